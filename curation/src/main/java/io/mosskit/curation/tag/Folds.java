package io.mosskit.curation.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Divides examples into folds: each fold has the same share of every label, as far as that can be,
/// and near-twins lie in the same fold, so that no model is asked for what it was told.
final class Folds {

  private Folds() {}

  /// The fold of each example, below `count`.
  ///
  /// @param labels of each example
  /// @param groups of each example; a group is not divided
  static int[] of(int[] labels, int[] groups, int count, long seed) {
    Map<Integer, List<Integer>> members = new LinkedHashMap<>();
    for (int i = 0; i < groups.length; i++) {
      members.computeIfAbsent(groups[i], _ -> new ArrayList<>()).add(i);
    }
    List<List<Integer>> order = new ArrayList<>(members.values());
    shuffle(order, new SplittableRandom(seed));
    order.sort(Comparator.comparingInt(group -> -group.size()));
    int labelCount = 1 + Arrays.stream(labels).max().orElse(0);
    int[][] taken = new int[count][labelCount];
    int[] sizes = new int[count];
    int[] folds = new int[labels.length];
    for (List<Integer> group : order) {
      int fold = emptiest(taken, sizes, labels[group.getFirst()]);
      for (int member : group) {
        folds[member] = fold;
        taken[fold][labels[member]]++;
        sizes[fold]++;
      }
    }
    return folds;
  }

  private static int emptiest(int[][] taken, int[] sizes, int label) {
    int best = 0;
    for (int fold = 1; fold < sizes.length; fold++) {
      int order = Integer.compare(taken[fold][label], taken[best][label]);
      if (order < 0 || (order == 0 && sizes[fold] < sizes[best])) {
        best = fold;
      }
    }
    return best;
  }

  private static void shuffle(List<List<Integer>> groups, RandomGenerator random) {
    for (int i = groups.size() - 1; i > 0; i--) {
      Collections.swap(groups, i, random.nextInt(i + 1));
    }
  }
}
