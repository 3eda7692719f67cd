package io.mosskit.generator.novelty;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The definition, word for word: compare with everything, in order.
final class BruteForce {

  private final List<String> ids = new ArrayList<>();
  private final List<List<String>> texts = new ArrayList<>();

  void add(String id, String text) {
    ids.add(id);
    texts.add(Units.of(text));
  }

  /// The decision; a nearest prompt below the floor is not named.
  Novelty judge(String text, double threshold, double floor) {
    List<String> units = Units.of(text);
    @Nullable String nearest = null;
    double best = 0;
    for (int i = 0; i < ids.size(); i++) {
      double score = f1(units, texts.get(i));
      if (score > best) {
        nearest = ids.get(i);
        best = score;
      }
    }
    return best < floor
        ? new Novelty(true, null, 0)
        : new Novelty(best <= threshold, nearest, best);
  }

  private static double f1(List<String> a, List<String> b) {
    int common = longestCommonSubsequence(a, b);
    return common == 0 ? 0 : 2.0 * common / (a.size() + b.size());
  }

  static int longestCommonSubsequence(List<?> a, List<?> b) {
    int[] above = new int[b.size() + 1];
    for (Object left : a) {
      int[] row = new int[b.size() + 1];
      for (int j = 1; j <= b.size(); j++) {
        row[j] = left.equals(b.get(j - 1)) ? above[j - 1] + 1 : Math.max(above[j], row[j - 1]);
      }
      above = row;
    }
    return above[b.size()];
  }
}
