package io.mosskit.generator.novelty;

import java.util.Arrays;

/// The distinct units of a text in order of their frequency in a segment, the rarest first and the
/// lower number first among equals; and of each what the text holds from it on ([Tail]).
final class Ranked {

  private int[] sorted = new int[0];
  private int[] symbols = new int[0];
  private int[] counts = new int[0];

  /// Frequency, and index in [#symbols].
  private long[] order = new long[0];

  private int length;
  private int distinct;

  /// By rank: how many units are left, the two words of their set, and those bits of it that stand
  /// for several of them.
  int[] left = new int[0];

  long[] first = new long[0];
  long[] second = new long[0];
  long[] firstOften = new long[0];
  long[] secondOften = new long[0];

  void set(int[] units, int from, int to) {
    length = to - from;
    if (length > sorted.length) {
      enlarge(length + (length >> 1));
    }
    System.arraycopy(units, from, sorted, 0, length);
    Arrays.sort(sorted, 0, length);
    distinct = 0;
    for (int i = 0; i < length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        symbols[distinct] = sorted[i];
        counts[distinct++] = 0;
      }
      counts[distinct - 1]++;
    }
  }

  private void enlarge(int room) {
    sorted = new int[room];
    symbols = new int[room];
    counts = new int[room];
    order = new long[room];
    left = new int[room];
    first = new long[room];
    second = new long[room];
    firstOften = new long[room];
    secondOften = new long[room];
  }

  /// Adds 1 to the frequency of every unit of the text.
  void count(int[] frequencies) {
    for (int i = 0; i < distinct; i++) {
      frequencies[symbols[i]]++;
    }
  }

  /// Puts the units into order and adds up what is left, from the last.
  ///
  /// @param frequencies by unit; 0 for those beyond its end
  void rank(int[] frequencies) {
    for (int i = 0; i < distinct; i++) {
      int symbol = symbols[i];
      int frequency = symbol < 0 || symbol >= frequencies.length ? 0 : frequencies[symbol];
      order[i] = (long) frequency << 32 | i;
    }
    Arrays.sort(order, 0, distinct);
    int units = 0;
    long firsts = 0;
    long seconds = 0;
    long firstsOften = 0;
    long secondsOften = 0;
    for (int rank = distinct - 1; rank >= 0; rank--) {
      int count = counts[(int) order[rank]];
      long inFirst = Tail.first(symbol(rank));
      long inSecond = Tail.second(symbol(rank));
      firstsOften |= count > 1 ? inFirst : inFirst & firsts;
      secondsOften |= count > 1 ? inSecond : inSecond & seconds;
      left[rank] = units += count;
      first[rank] = firsts |= inFirst;
      second[rank] = seconds |= inSecond;
      firstOften[rank] = firstsOften;
      secondOften[rank] = secondsOften;
    }
  }

  int length() {
    return length;
  }

  int distinct() {
    return distinct;
  }

  int symbol(int rank) {
    return symbols[(int) order[rank]];
  }

  /// Whether a prompt of the segment holds the unit of a rank.
  boolean isHeld(int rank) {
    return order[rank] >>> 32 > 0;
  }
}
