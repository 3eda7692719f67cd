package io.mosskit.curation;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which candidates are dropped, and against which.
final class Decisions {

  /// Why a candidate is dropped.
  ///
  /// @param record the number of the kept one among the candidates; negative where it was curated
  ///   before
  /// @param kept its id
  /// @param score the exact Jaccard similarity, 1 where both have the same text
  record Dropped(int record, String kept, double score, Likeness likeness) {}

  private final Map<Integer, Dropped> dropped = new HashMap<>();

  /// Decides over all candidates of these batches.
  static Decisions of(List<Batch> batches, DuplicatePlan plan) throws IOException {
    Decisions decisions = new Decisions();
    Candidates candidates = Candidates.read(batches);
    candidates.dropCopies(decisions);
    candidates.dropDuplicates(decisions, plan);
    return decisions;
  }

  void drop(int candidate, Dropped why) {
    dropped.put(candidate, why);
  }

  boolean keeps(int candidate) {
    return !dropped.containsKey(candidate);
  }

  /// Empty where the candidate stays.
  Optional<Dropped> of(int candidate) {
    return Optional.ofNullable(dropped.get(candidate));
  }
}
