package io.mosskit.generator.asking;

/// What a request tells of the state that its teacher is in.
enum Sign {
  /// It answered, if only to refuse.
  ANSWERED,
  /// It said that there are too many requests.
  TOO_MANY,
  /// It failed, or did not answer at all.
  FAILED,
  /// The request was not sent after all.
  NONE
}
