package io.mosskit.curation.duplicate;

import io.mosskit.schema.text.Units;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The naive twin of shingles and Jaccard similarity: sets of strings.
final class BruteForce {

  private BruteForce() {}

  static Set<List<String>> shingles(String text) {
    List<String> units = Units.of(text);
    Set<List<String>> shingles = new HashSet<>();
    if (!units.isEmpty() && units.size() < 5) {
      shingles.add(units);
    }
    for (int i = 0; i + 5 <= units.size(); i++) {
      shingles.add(units.subList(i, i + 5));
    }
    return shingles;
  }

  static double jaccard(Set<List<String>> left, Set<List<String>> right) {
    Set<List<String>> shared = new HashSet<>(left);
    shared.retainAll(right);
    int either = left.size() + right.size() - shared.size();
    return either == 0 ? 0 : (double) shared.size() / either;
  }
}
