package io.mosskit.curation.text;

import java.util.HashSet;
import java.util.Set;

/// How much of a text says again what it has said.
///
/// @param lines the share of the characters, from 0 to 1, that stand in lines equal to an earlier
///   line; blanks at the ends of lines, and blank lines, do not count
/// @param gram the share of the characters of all units that the most frequent run of four units
///   covers, counted without overlap; 0 where no run comes twice
public record Repetition(double lines, double gram) {

  /// Units in a run.
  public static final int WIDTH = 4;

  public Repetition {
    if (!(lines >= 0 && lines <= 1 && gram >= 0 && gram <= 1)) {
      throw new IllegalArgumentException("shares from 0 to 1, not " + lines + " and " + gram);
    }
  }

  /// The repetition in a text.
  public static Repetition of(String text) {
    return new Repetition(repeatedLines(text), new Runs(UnitHashes.of(text)).topShare());
  }

  private static double repeatedLines(String text) {
    Set<String> seen = new HashSet<>();
    long all = 0;
    long repeated = 0;
    for (String line : (Iterable<String>) text.lines().map(String::strip)::iterator) {
      all += line.length();
      repeated += seen.add(line) ? 0 : line.length();
    }
    return all == 0 ? 0 : (double) repeated / all;
  }

  /// Counts the runs of a text in one table with open addressing.
  private static final class Runs {
    private final UnitHashes units;
    private final long[] windows;
    private final int[] first; // window index plus one, 0 in a free slot
    private final int[] count;
    private final int[] end; // of the last occurrence that was counted

    Runs(UnitHashes units) {
      this.units = units;
      this.windows = units.count() < 2 * WIDTH ? new long[0] : units.windows(WIDTH);
      int size = Integer.highestOneBit(windows.length | 1) << 2;
      this.first = new int[size];
      this.count = new int[size];
      this.end = new int[size];
    }

    double topShare() {
      long top = 0;
      for (int i = 0; i < windows.length; i++) {
        int slot = slotOf(i);
        if (first[slot] == 0) {
          first[slot] = i + 1;
        }
        if (i >= end[slot]) {
          end[slot] = i + WIDTH;
          count[slot]++;
        }
        if (count[slot] > 1) {
          top = Math.max(top, (long) count[slot] * characters(i, i + WIDTH));
        }
      }
      return top == 0 ? 0 : (double) top / characters(0, units.count());
    }

    private int slotOf(int window) {
      int mask = first.length - 1;
      int slot = (int) windows[window] & mask;
      while (first[slot] != 0 && windows[first[slot] - 1] != windows[window]) {
        slot = (slot + 1) & mask;
      }
      return slot;
    }

    private long characters(int from, int to) {
      long characters = 0;
      for (int i = from; i < to; i++) {
        characters += units.length(i);
      }
      return characters;
    }
  }
}
