package io.mosskit.curation;

import java.util.Optional;

/// A judgement, and for a duplicate of which record it is one.
record Ruling(Judgement judgement, Optional<Link> link) {

  /// A dropped record and the kept one that it duplicates.
  ///
  /// @param record the number of the kept one
  /// @param score the exact Jaccard similarity
  record Link(int record, String kept, String dropped, double score, boolean sameText) {}

  static Ruling of(Judgement judgement) {
    return new Ruling(judgement, Optional.empty());
  }
}
