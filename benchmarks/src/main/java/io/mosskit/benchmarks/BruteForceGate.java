package io.mosskit.benchmarks;

import io.mosskit.generator.novelty.Novelty;
import io.mosskit.schema.text.Units;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The novelty gate without an index, as well as it can be done: units as whole numbers in one
/// array, bit-parallel LCS with the candidate's match masks prepared once and found by the number
/// of the unit, and no look at a prompt whose length alone keeps it from being nearer than the
/// nearest so far.
final class BruteForceGate {

  private final Map<String, Integer> vocabulary = new HashMap<>();
  private final int[] starts;
  private int[] units = new int[1 << 10];
  private long[][] masks = new long[0][];

  BruteForceGate(List<String> pool) {
    starts = new int[pool.size() + 1];
    for (int i = 0; i < pool.size(); i++) {
      int[] symbols = symbols(pool.get(i));
      starts[i + 1] = starts[i] + symbols.length;
      if (starts[i + 1] > units.length) {
        units = Arrays.copyOf(units, 2 * starts[i + 1]);
      }
      System.arraycopy(symbols, 0, units, starts[i], symbols.length);
    }
  }

  /// The units of a text as numbers; new ones get the next.
  int[] symbols(String text) {
    return Units.of(text).stream()
        .mapToInt(unit -> vocabulary.computeIfAbsent(unit, _ -> vocabulary.size()))
        .toArray();
  }

  /// Call after the last [#symbols], before the first [#judge].
  void prepare(int longest) {
    masks = new long[(longest + Long.SIZE - 1) / Long.SIZE][vocabulary.size()];
  }

  /// The nearest prompt `p<index>`, its score, and whether the candidate is new.
  Novelty judge(int[] candidate, double threshold) {
    int n = candidate.length;
    for (int i = 0; i < n; i++) {
      masks[i / Long.SIZE][candidate[i]] |= 1L << i;
    }
    int nearest = -1;
    long common = 0;
    long total = 1;
    for (int i = 0; i + 1 < starts.length; i++) {
      int m = starts[i + 1] - starts[i];
      if (Math.min(n, m) * total > common * (n + m)) {
        int shared = n <= Long.SIZE ? shortLcs(i, n) : longLcs(i, n);
        if (shared * total > common * (n + m)) {
          nearest = i;
          common = shared;
          total = (long) n + m;
        }
      }
    }
    for (int i = 0; i < n; i++) {
      masks[i / Long.SIZE][candidate[i]] = 0;
    }
    double score = nearest < 0 ? 0 : 2.0 * common / total;
    @Nullable String id = nearest < 0 ? null : "p" + nearest;
    return new Novelty(score <= threshold, id, score);
  }

  private int shortLcs(int prompt, int n) {
    long[] mask = masks[0];
    long row = -1L;
    for (int i = starts[prompt]; i < starts[prompt + 1]; i++) {
      long hits = row & mask[units[i]];
      row = (row + hits) | (row - hits);
    }
    return Long.bitCount(~row & (-1L >>> -n));
  }

  private int longLcs(int prompt, int n) {
    int words = (n + Long.SIZE - 1) / Long.SIZE;
    long[] rows = new long[words];
    Arrays.fill(rows, -1L);
    for (int i = starts[prompt]; i < starts[prompt + 1]; i++) {
      long carry = 0;
      for (int word = 0; word < words; word++) {
        long row = rows[word];
        long hits = row & masks[word][units[i]];
        long sum = row + hits;
        long carried = sum + carry;
        carry =
            Long.compareUnsigned(sum, row) < 0 || Long.compareUnsigned(carried, sum) < 0 ? 1 : 0;
        rows[word] = carried | (row - hits);
      }
    }
    rows[words - 1] |= n % Long.SIZE == 0 ? 0 : -1L << n;
    int steps = 0;
    for (long row : rows) {
      steps += Long.bitCount(~row);
    }
    return steps;
  }
}
