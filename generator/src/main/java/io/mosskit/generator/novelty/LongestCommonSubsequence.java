package io.mosskit.generator.novelty;

import java.util.Arrays;

/// The length of the longest common subsequence of one sequence with many others, 64 positions at a
/// time: a bit of `v` is 0 where the row of the dynamic programme steps up, and one addition
/// carries the steps along. Source: Hyyrö, "Bit-parallel LCS-length computation revisited", AWOCA
/// 2004.
///
/// Row 0 of the masks is empty and stands for all symbols that the sequence lacks, so that the loop
/// over the other sequence has no branch.
final class LongestCommonSubsequence {

  private static final int MARKS = 64;

  private int[] sequence = new int[0];
  private int words;
  private int[] rows = new int[0];

  /// A bit for each symbol of the sequence, few enough to stay in the nearest cache.
  private final long[] marks = new long[MARKS];

  private long[] masks = new long[1];
  private long[] v = new long[1];

  /// Sets the sequence that others are compared with.
  ///
  /// @param symbols at least -1, which equals nothing
  /// @param vocabulary greater than every symbol of this sequence and of the others
  void set(int[] symbols, int vocabulary) {
    for (int symbol : sequence) {
      if (symbol >= 0) {
        rows[symbol] = 0;
        marks[mark(symbol)] = 0;
      }
    }
    if (vocabulary > rows.length) {
      rows = new int[vocabulary + (vocabulary >> 2)];
    }
    sequence = symbols;
    words = Math.max(1, (symbols.length + Long.SIZE - 1) / Long.SIZE);
    int used = 1;
    for (int symbol : symbols) {
      if (symbol >= 0 && rows[symbol] == 0) {
        rows[symbol] = used++;
        marks[mark(symbol)] |= 1L << symbol;
      }
    }
    fill(used);
  }

  private void fill(int used) {
    int cells = Math.multiplyExact(used, words);
    if (cells > masks.length) {
      masks = new long[cells];
    } else {
      Arrays.fill(masks, 0, cells, 0);
    }
    if (words > v.length) {
      v = new long[words];
    }
    for (int i = 0; i < sequence.length; i++) {
      if (sequence[i] >= 0) {
        masks[rows[sequence[i]] * words + i / Long.SIZE] |= 1L << i;
      }
    }
  }

  private static int mark(int symbol) {
    return symbol / Long.SIZE & (MARKS - 1);
  }

  /// How many of `units[from]` … `units[to - 1]` the sequence seems to hold: at least the length of
  /// the longest common subsequence, at a fraction of its cost. Symbols 4,096 apart look the same.
  int held(int[] units, int from, int to) {
    long held = 0;
    for (int i = from; i < to; i++) {
      held += marks[mark(units[i])] >>> units[i] & 1;
    }
    return (int) held;
  }

  /// The length of the longest common subsequence with `units[from]` … `units[to - 1]`.
  int with(int[] units, int from, int to) {
    if (words > 1) {
      return withLong(units, from, to);
    }
    long row = -1L;
    for (int i = from; i < to; i++) {
      long hits = row & masks[rows[units[i]]];
      row = (row + hits) | (row - hits);
    }
    return Long.bitCount(~row & mask(0));
  }

  private int withLong(int[] units, int from, int to) {
    Arrays.fill(v, 0, words, -1L);
    for (int i = from; i < to; i++) {
      int row = rows[units[i]];
      if (row != 0) {
        step(row * words);
      }
    }
    int steps = 0;
    for (int word = 0; word < words; word++) {
      steps += Long.bitCount(~v[word] & mask(word));
    }
    return steps;
  }

  /// v := (v + (v & matches)) | (v & ~matches), on a number of `words` words.
  private void step(int matches) {
    long carry = 0;
    for (int word = 0; word < words; word++) {
      long old = v[word];
      long hits = old & masks[matches + word];
      long sum = old + hits;
      long carried = sum + carry;
      boolean overflow =
          Long.compareUnsigned(sum, old) < 0 || Long.compareUnsigned(carried, sum) < 0;
      v[word] = carried | (old - hits);
      carry = overflow ? 1 : 0;
    }
  }

  /// The bits of a word that stand for positions.
  private long mask(int word) {
    int bits = Math.min(Long.SIZE, sequence.length - word * Long.SIZE);
    return bits == Long.SIZE ? -1L : (1L << bits) - 1;
  }
}
