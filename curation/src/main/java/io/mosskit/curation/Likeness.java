package io.mosskit.curation;

/// What makes a dropped record a duplicate of the kept one.
enum Likeness {
  /// Both bear the same id and say the same.
  IDENTICAL,
  /// Both bear the same id and say something else.
  SAME_ID,
  /// The compared texts are the same but for case, width, blanks and punctuation.
  SAME_TEXT,
  /// The compared texts resemble each other from the threshold on.
  SIMILAR
}
