package io.mosskit.curation.tag;

/// Words whose label is known.
///
/// @param words what a model looks at
/// @param label what they are: `code`, or any name of a user's own
public record Example(Words words, String label) {

  public Example {
    if (label.isBlank()) {
      throw new IllegalArgumentException("a label is not blank");
    }
  }
}
