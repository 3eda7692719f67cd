package io.mosskit.generator.novelty;

import io.mosskit.schema.text.Units;
import java.util.Arrays;

/// Numbers for units, in the order in which they first occur. Looking up from several threads is
/// safe while nothing is added.
final class Vocabulary {

  /// The number of every unit that was never added.
  static final int UNKNOWN = -1;

  private char[] characters = new char[1 << 12];
  private int[] ends = new int[1 << 10];
  private int[] hashes = new int[1 << 10];
  private int[] slots = new int[1 << 11];
  private int size;

  int size() {
    return size;
  }

  /// The units of a text; new ones get the next numbers.
  int[] add(String text) {
    Symbols symbols = new Symbols();
    Units.visit(text, (folded, from, to) -> symbols.append(numberOrNew(folded, from, to)));
    return symbols.toArray();
  }

  /// The units of a text, [#UNKNOWN] for those never added.
  int[] find(String text) {
    Symbols symbols = new Symbols();
    Units.visit(
        text,
        (folded, from, to) -> {
          int slot = slots[slot(folded, from, to, hash(folded, from, to))];
          symbols.append(slot - 1);
        });
    return symbols.toArray();
  }

  private int numberOrNew(String text, int from, int to) {
    int hash = hash(text, from, to);
    int slot = slot(text, from, to, hash);
    if (slots[slot] == 0) {
      append(text, from, to, hash);
      slots[slot] = size;
      if (2 * size > slots.length) {
        rehash();
      }
      return size - 1;
    }
    return slots[slot] - 1;
  }

  private void append(String text, int from, int to, int hash) {
    int start = size == 0 ? 0 : ends[size - 1];
    int end = start + to - from;
    if (end > characters.length) {
      characters = Arrays.copyOf(characters, Math.max(end, 2 * characters.length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, 2 * size);
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    text.getChars(from, to, characters, start);
    ends[size] = end;
    hashes[size] = hash;
    size++;
  }

  private void rehash() {
    slots = new int[2 * slots.length];
    for (int symbol = 0; symbol < size; symbol++) {
      int slot = hashes[symbol] & (slots.length - 1);
      while (slots[slot] != 0) {
        slot = (slot + 1) & (slots.length - 1);
      }
      slots[slot] = symbol + 1;
    }
  }

  /// The slot that holds a unit, or the free one where it belongs.
  private int slot(String text, int from, int to, int hash) {
    int slot = hash & (slots.length - 1);
    while (slots[slot] != 0 && !holds(slots[slot] - 1, text, from, to, hash)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private boolean holds(int symbol, String text, int from, int to, int hash) {
    int start = symbol == 0 ? 0 : ends[symbol - 1];
    if (hashes[symbol] != hash || ends[symbol] - start != to - from) {
      return false;
    }
    for (int i = 0; i < to - from; i++) {
      if (characters[start + i] != text.charAt(from + i)) {
        return false;
      }
    }
    return true;
  }

  private static int hash(String text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = (hash + text.charAt(i)) * 0x9E3779B1;
    }
    return hash ^ (hash >>> 15);
  }

  /// A growing sequence of numbers.
  private static final class Symbols {

    private int[] values = new int[32];
    private int length;

    void append(int value) {
      if (length == values.length) {
        values = Arrays.copyOf(values, 2 * length);
      }
      values[length++] = value;
    }

    int[] toArray() {
      return Arrays.copyOf(values, length);
    }
  }
}
