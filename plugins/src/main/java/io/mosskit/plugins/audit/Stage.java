package io.mosskit.plugins.audit;

import java.util.Locale;

/// What a dialogue is held against, one after the other.
public enum Stage {
  /// The rules of the MOSS-003 form: markers, grammar, echoes, numbers, switches, readable
  /// arguments.
  FORMAT,
  /// The plugins: each call is made again.
  EXECUTION,
  /// What was said and answered before: each number, citation, quotation and source.
  MEANING;

  /// The name in tables and files: `format`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
