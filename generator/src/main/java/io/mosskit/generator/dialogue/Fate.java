package io.mosskit.generator.dialogue;

import java.util.Locale;

/// What became of the calls that a turn wanted.
enum Fate {
  /// All had an answer.
  ANSWERED,
  /// Some had.
  PARTLY,
  /// None had.
  FAILED,
  /// None was needed.
  UNNEEDED,
  /// What was needed is switched off.
  OFF;

  /// @param wanted whether the turn needs a plugin
  static Fate of(Act act, boolean wanted) {
    if (act.calls().isEmpty()) {
      return wanted ? OFF : UNNEEDED;
    }
    if (act.round().succeeded()) {
      return ANSWERED;
    }
    return act.round().failed() ? FAILED : PARTLY;
  }

  /// The name in requests and records: `answered`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
