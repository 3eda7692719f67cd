package io.mosskit.curation.privacy;

/// A stretch of a text that a detector takes for a secret.
///
/// @param start of its first character, counted in UTF-16 units
/// @param end after its last
/// @param identity the secret in a spelling that does not depend on how it was written, so that
///   `138-…` and `+86 138 …` are one; never shown
/// @param example whether it is known to be nobody's: it stays, and nothing else is seen in it
record Candidate(Kind kind, int start, int end, String identity, boolean example) {

  Candidate {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("an empty stretch from " + start + " to " + end);
    }
  }

  static Candidate secret(Kind kind, int start, int end, String identity) {
    return new Candidate(kind, start, end, identity, false);
  }

  Candidate at(int offset) {
    return new Candidate(kind, start + offset, end + offset, identity, example);
  }
}
