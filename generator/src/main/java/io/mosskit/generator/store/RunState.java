package io.mosskit.generator.store;

import java.util.Locale;

/// Where a run stands.
public enum RunState {
  /// A process works on it.
  RUNNING,
  /// Its last start did all there was to do.
  ENDED,
  /// Its last start was stopped, by whatever it was; the next one goes on.
  INTERRUPTED;

  /// The name for people and programs: `running`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
