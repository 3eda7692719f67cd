package io.mosskit.plugins.audit;

import java.util.Locale;

/// What became of a call when it was made again.
public enum Verdict {
  /// The recorded answer, to the printed digit; roots in any order.
  EQUAL,
  /// The recorded answer within 0.1 %.
  WITHIN_TOLERANCE,
  /// Another answer.
  DIFFERENT,
  /// The record says that there is no answer, and there is none.
  FAILURE_CONFIRMED,
  /// The record says that there is no answer, but there is one.
  FAILURE_SUCCEEDS,
  /// The record has an answer that cannot be had here.
  FAILS_HERE,
  /// The record has no answer to this call, not even a failure.
  NO_RESULT,
  /// No plugin of this name is installed.
  UNKNOWN_PLUGIN,
  /// The plugin is known but cannot be asked again: it depends on the world of that day.
  NOT_REPLAYED,
  /// The commands of the turn are outside the grammar.
  UNPARSEABLE;

  /// The name in tables and files: `within_tolerance`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether the record's answer stands.
  public boolean isGood() {
    return switch (this) {
      case EQUAL, WITHIN_TOLERANCE, FAILURE_CONFIRMED, NOT_REPLAYED -> true;
      case DIFFERENT, FAILURE_SUCCEEDS, FAILS_HERE, NO_RESULT, UNKNOWN_PLUGIN, UNPARSEABLE -> false;
    };
  }
}
