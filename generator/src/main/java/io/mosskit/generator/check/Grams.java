package io.mosskit.generator.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts stretches of units.
final class Grams {

  private Grams() {}

  /// How often the commonest of these things occurs; 0 where there is none.
  static <T> int countOfCommonest(List<T> things) {
    Map<T, Integer> counts = new HashMap<>();
    int most = 0;
    for (T thing : things) {
      most = Math.max(most, counts.merge(thing, 1, Integer::sum));
    }
    return most;
  }

  /// Every stretch of so many units.
  static List<List<String>> of(List<String> units, int length) {
    List<List<String>> grams = new ArrayList<>();
    for (int i = 0; i + length <= units.size(); i++) {
      grams.add(units.subList(i, i + length));
    }
    return grams;
  }

  /// The share of units that stand in a stretch of that length which occurred before.
  static double shareOfRepeated(List<String> units, int length) {
    Set<List<String>> seen = new HashSet<>();
    int counted = 0;
    int repeated = 0;
    for (int i = 0; i + length <= units.size(); i++) {
      if (!seen.add(units.subList(i, i + length))) {
        repeated += i + length - Math.max(i, counted);
        counted = i + length;
      }
    }
    return units.isEmpty() ? 0 : (double) repeated / units.size();
  }
}
