package io.mosskit.generator.judge;

import java.util.Locale;

/// What a dialogue is judged by. `judge.zh.txt` and `judge.en.txt` say what each score from 1 to 5
/// means.
public enum Criterion {
  /// Whether each reply does what was asked.
  HELPFULNESS,
  /// Whether what the replies state is right.
  CORRECTNESS,
  /// How they are written.
  LANGUAGE,
  /// Whether they claim no more than can be known.
  HONESTY,
  /// Whether they could do harm.
  HARMLESSNESS;

  /// The name in answers and records: `helpfulness`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
