package io.mosskit.curation.duplicate;

/// A text as the batch engine knows it: what is compared of it, and what decides which of two
/// duplicates stays.
///
/// @param id names it in clusters and messages
/// @param source the number of the source it comes from, from 0
/// @param quality the higher goes first; any number but NaN, negative infinity where there is none
/// @param length the longer goes first where qualities are equal; in UTF-16 code units
/// @param shingles what is compared
public record SketchedText(String id, int source, double quality, int length, Shingles shingles) {

  public SketchedText {
    if (source < 0 || length < 0 || Double.isNaN(quality)) {
      throw new IllegalArgumentException(
          "source %d and length %d are at least 0, quality %s is a number"
              .formatted(source, length, quality));
    }
  }
}
