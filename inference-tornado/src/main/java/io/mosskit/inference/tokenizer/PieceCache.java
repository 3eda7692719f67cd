package io.mosskit.inference.tokenizer;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Remembers the ids of pieces. Each slot holds the last piece that hashed to it, so that size and
/// cost are bounded and the frequent pieces, which are most of any text, are nearly always there.
///
/// Threads share it without locks: an entry is immutable and reached through final fields, so that
/// a race can lose an entry and never show half of one.
final class PieceCache {

  /// Longer pieces seldom come twice.
  static final int LONGEST_PIECE = 24;

  private static final int SLOT_BITS = 15;

  private final @Nullable Entry[] slots = new @Nullable Entry[1 << SLOT_BITS];

  private record Entry(char[] piece, int[] ids) {}

  /// The slot of the piece `[from, to)` of `text`.
  int slotOf(char[] text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + text[i];
    }
    return (hash * 0x9E3779B9) >>> (Integer.SIZE - SLOT_BITS);
  }

  /// The ids of the piece `[from, to)` of `text` where the slot remembers them, else null.
  int @Nullable [] get(int slot, char[] text, int from, int to) {
    Entry entry = slots[slot];
    return entry != null && Arrays.equals(entry.piece, 0, entry.piece.length, text, from, to)
        ? entry.ids
        : null;
  }

  /// Lets the slot remember this piece in place of the one before.
  void put(int slot, char[] piece, int[] ids) {
    slots[slot] = new Entry(piece, ids);
  }
}
