package io.mosskit.generator.rehearsal;

/// A way in which the rehearsal teacher fails on purpose.
public enum Fault {
  /// 429, with the time after which to come back.
  RATE_LIMITED,
  /// 500.
  FAILED,
  /// The right answer, but late.
  SLOW,
  /// No answer at all; after a long while the connection is closed.
  HANG,
  /// 200 with the first half of the JSON.
  TRUNCATED,
  /// 200 without choices.
  EMPTY
}
