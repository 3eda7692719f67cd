package io.mosskit.curation.duplicate;

import java.util.Arrays;

/// From a 32-bit key to the records that have it, the latest first. Keys are hashes: distinct
/// things may share one, and whoever asks looks at what he gets.
///
/// Open addressing with linear probing; a slot holds the key in its upper half and a *list* in its
/// lower. A list is a number: 0 is the empty one, n > 0 the record n − 1 alone, n < 0 the cell −n −
/// 1, which holds a record and the rest of the list. Most keys belong to one record, and then cost
/// one slot and no cell: 8 bytes at a load of 3/8 to 3/4.
final class Buckets {

  /// The list without records.
  static final int NIL = 0;

  private static final int SMALLEST = 16;

  private long[] slots = new long[SMALLEST];
  private int used;
  private int[] cells = new int[SMALLEST];
  private int cellCount;

  /// The records with this key.
  int find(int key) {
    return (int) slots[slotOf(key)];
  }

  /// The first record of a list that is not [#NIL].
  int record(int list) {
    return list > 0 ? list - 1 : cells[2 * (-list - 1)];
  }

  /// The list without its first record.
  int rest(int list) {
    return list > 0 ? NIL : cells[2 * (-list - 1) + 1];
  }

  void add(int key, int record) {
    int slot = slotOf(key);
    int list = (int) slots[slot];
    if (list == NIL) {
      slots[slot] = slot(key, record + 1);
      if (++used > slots.length / 4 * 3) {
        grow();
      }
    } else {
      slots[slot] = slot(key, cell(record, list));
    }
  }

  private int cell(int record, int rest) {
    if (2 * cellCount == cells.length) {
      cells = Arrays.copyOf(cells, 2 * cells.length);
    }
    cells[2 * cellCount] = record;
    cells[2 * cellCount + 1] = rest;
    cellCount++;
    return -cellCount;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (long slot : old) {
      if (slot != 0) {
        slots[slotOf(keyOf(slot))] = slot;
      }
    }
  }

  /// Where the key is, or the free slot where it would be.
  private int slotOf(int key) {
    int mask = slots.length - 1;
    int slot = key & mask;
    while (slots[slot] != 0 && keyOf(slots[slot]) != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long slot(int key, int list) {
    return ((long) key << 32) | (list & 0xFFFFFFFFL);
  }

  private static int keyOf(long slot) {
    return (int) (slot >>> 32);
  }
}
