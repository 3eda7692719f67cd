package io.mosskit.curation.contamination;

import java.util.Arrays;

/// The different windows of one width, numbered from 0 in the order in which they were added: a
/// table with open addressing. Windows are told apart by their units; their hashes only say where
/// to look.
final class WindowTable {
  private static final int SMALLEST = 1 << 10;

  private final int width;
  private long[] hashes = new long[SMALLEST]; // by slot
  private int[] ids = new int[SMALLEST]; // by slot; plus one, 0 in a free slot
  private UnitText[] texts = new UnitText[SMALLEST / 2]; // by id: where the window stands
  private int[] places = new int[SMALLEST / 2];
  private int count;

  WindowTable(int width) {
    this.width = width;
  }

  int width() {
    return width;
  }

  int count() {
    return count;
  }

  /// A text in which the window stands.
  UnitText text(int id) {
    return texts[id];
  }

  /// The unit of that text at which the window begins.
  int place(int id) {
    return places[id];
  }

  /// The number of the window, which is added where it is new.
  int add(long hash, UnitText text, int at) {
    int slot = slotOf(hash, text, at);
    if (ids[slot] == 0) {
      if (2 * (count + 1) > ids.length) {
        grow();
        slot = slotOf(hash, text, at);
      }
      if (count == places.length) {
        texts = Arrays.copyOf(texts, 2 * count);
        places = Arrays.copyOf(places, 2 * count);
      }
      texts[count] = text;
      places[count] = at;
      hashes[slot] = hash;
      ids[slot] = ++count;
    }
    return ids[slot] - 1;
  }

  /// The number of the window, or -1 where it is not in the table.
  int find(long hash, UnitText text, int at) {
    return ids[slotOf(hash, text, at)] - 1;
  }

  /// Whether a window with this hash is in the table; quicker than [#find], and needs no text.
  boolean mayHold(long hash) {
    int mask = ids.length - 1;
    int slot = (int) hash & mask;
    while (ids[slot] != 0) {
      if (hashes[slot] == hash) {
        return true;
      }
      slot = (slot + 1) & mask;
    }
    return false;
  }

  private int slotOf(long hash, UnitText text, int at) {
    int mask = ids.length - 1;
    int slot = (int) hash & mask;
    while (ids[slot] != 0 && !(hashes[slot] == hash && isAt(ids[slot] - 1, text, at))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isAt(int id, UnitText text, int at) {
    return texts[id].sameWindow(places[id], text, at, width);
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldIds = ids;
    hashes = new long[2 * oldHashes.length];
    ids = new int[2 * oldIds.length];
    int mask = ids.length - 1;
    for (int i = 0; i < oldIds.length; i++) {
      if (oldIds[i] != 0) {
        int slot = (int) oldHashes[i] & mask;
        while (ids[slot] != 0) {
          slot = (slot + 1) & mask;
        }
        hashes[slot] = oldHashes[i];
        ids[slot] = oldIds[i];
      }
    }
  }
}
