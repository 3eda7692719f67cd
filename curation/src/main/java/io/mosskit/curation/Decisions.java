package io.mosskit.curation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which candidates are dropped, and against which.
final class Decisions {

  /// Why a candidate is dropped.
  ///
  /// @param kept the id of the record that stays, here or among those curated before
  /// @param score the exact Jaccard similarity, 1 where both have the same text
  record Dropped(String kept, double score, Likeness likeness) {}

  private final Map<Integer, Dropped> dropped = new HashMap<>();

  void drop(int candidate, Dropped why) {
    dropped.put(candidate, why);
  }

  /// Empty where the candidate stays.
  Optional<Dropped> of(int candidate) {
    return Optional.ofNullable(dropped.get(candidate));
  }
}
