package io.mosskit.generator.novelty;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The length of the longest common subsequence of one sequence with many others, 64 positions at a
/// time: a bit of `v` is 0 where the row of the dynamic programme steps up, and one addition
/// carries the steps along. Source: Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA
/// 2004.
final class LongestCommonSubsequence {

  private final int length;
  private final int words;
  private final Map<Integer, long[]> positions = new HashMap<>();

  LongestCommonSubsequence(int[] sequence) {
    this.length = sequence.length;
    this.words = (length + Long.SIZE - 1) / Long.SIZE;
    for (int i = 0; i < length; i++) {
      positions.computeIfAbsent(sequence[i], _ -> new long[words])[i / Long.SIZE] |= 1L << i;
    }
  }

  /// The length of the longest common subsequence with another sequence.
  int with(int[] other) {
    long[] v = new long[words];
    Arrays.fill(v, -1L);
    for (int symbol : other) {
      long[] matches = positions.get(symbol);
      if (matches != null) {
        step(v, matches);
      }
    }
    int steps = 0;
    for (int word = 0; word < words; word++) {
      steps += Long.bitCount(~v[word] & mask(word));
    }
    return steps;
  }

  /// v := (v + (v & matches)) | (v & ~matches), on a number of `words` words.
  private void step(long[] v, long[] matches) {
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long old = v[word];
      long hits = old & matches[word];
      long sum = old + hits;
      long carried = sum + carry;
      boolean overflow =
          Long.compareUnsigned(sum, old) < 0 || Long.compareUnsigned(carried, sum) < 0;
      v[word] = carried | (old & ~matches[word]);
      carry = overflow ? 1 : 0;
    }
  }

  /// The bits of a word that stand for positions.
  private long mask(int word) {
    int bits = Math.min(Long.SIZE, length - word * Long.SIZE);
    return bits == Long.SIZE ? -1L : (1L << bits) - 1;
  }
}
