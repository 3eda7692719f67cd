package io.mosskit.inference.tokenizer;

import java.util.Arrays;

/// The merges of a vocabulary: for a pair of adjacent token ids its rank, for a rank the id of the
/// product. An open-addressed table of primitives, at most half full; immutable once it is shared.
final class MergeTable {

  /// The rank of a pair that does not merge; higher than any rank.
  static final int NONE = Integer.MAX_VALUE;

  private static final long EMPTY = -1;

  /// A slot is two longs side by side, the pair and its rank, so that a look-up touches one cache
  /// line.
  private final long[] slots;

  private final int[] products;
  private final int shift;

  /// An empty table for the ranks 0 to `merges - 1`.
  MergeTable(int merges) {
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(merges, 1));
    slots = new long[2 << bits];
    products = new int[merges];
    shift = Long.SIZE - bits;
    Arrays.fill(slots, EMPTY);
  }

  /// Adds a merge. A pair that is there already takes the new rank, as the last line counts
  /// upstream.
  void put(int left, int right, int rank, int product) {
    int slot = slotOf(pair(left, right));
    slots[slot] = pair(left, right);
    slots[slot + 1] = rank;
    products[rank] = product;
  }

  /// The rank of a pair, or [#NONE].
  int rank(int left, int right) {
    int slot = slotOf(pair(left, right));
    return slots[slot] == EMPTY ? NONE : (int) slots[slot + 1];
  }

  /// The id of what the merge of this rank makes.
  int product(int rank) {
    return products[rank];
  }

  /// Where the pair is, or where it would be.
  private int slotOf(long pair) {
    int slot = 2 * (int) ((pair * 0x9E3779B97F4A7C15L) >>> shift);
    while (slots[slot] != pair && slots[slot] != EMPTY) {
      slot = (slot + 2) & (slots.length - 1);
    }
    return slot;
  }

  private static long pair(int left, int right) {
    return ((long) left << 32) | right;
  }
}
