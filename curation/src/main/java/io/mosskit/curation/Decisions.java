package io.mosskit.curation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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

  /// The ids of the records that most candidates are dropped for; of equally many the one of which
  /// the first comes first. Records with no more than an id in common do not count.
  Set<String> mostDuplicated(int most) {
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, Integer> first = new HashMap<>();
    dropped.forEach((candidate, why) -> {
      if (why.likeness() != Likeness.SAME_ID) {
        sizes.merge(why.kept(), 1, Integer::sum);
        first.merge(why.kept(), candidate, Math::min);
      }
    });
    Comparator<String> largestFirst =
        Comparator.<String, Integer>comparing(sizes::get).reversed().thenComparing(first::get);
    return sizes.keySet().stream().sorted(largestFirst).limit(most).collect(Collectors.toSet());
  }

  /// Empty where the candidate stays.
  Optional<Dropped> of(int candidate) {
    return Optional.ofNullable(dropped.get(candidate));
  }
}
