package io.mosskit.curation.duplicate;

import io.mosskit.schema.text.Units;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The naive twin of shingles and Jaccard similarity: sets of the words themselves. Each different
/// shingle gets a number, so that all pairs of a test corpus are compared in a moment.
final class BruteForce {
  private final Map<List<String>, Integer> numbers = new HashMap<>();

  /// The numbers of a text's shingles, ascending.
  int[] shingles(String text) {
    List<String> units = Units.of(text);
    Set<List<String>> shingles = new HashSet<>();
    if (!units.isEmpty() && units.size() < 5) {
      shingles.add(units);
    }
    for (int i = 0; i + 5 <= units.size(); i++) {
      shingles.add(units.subList(i, i + 5));
    }
    return shingles.stream()
        .mapToInt(shingle -> numbers.computeIfAbsent(shingle, _ -> numbers.size()))
        .sorted()
        .toArray();
  }

  static double jaccard(int[] left, int[] right) {
    int shared = 0;
    for (int i = 0, j = 0; i < left.length && j < right.length; ) {
      if (left[i] == right[j]) {
        shared++;
        i++;
        j++;
      } else if (left[i] < right[j]) {
        i++;
      } else {
        j++;
      }
    }
    int either = left.length + right.length - shared;
    return either == 0 ? 0 : (double) shared / either;
  }
}
