package io.mosskit.curation.text;

import io.mosskit.schema.text.Units;
import java.util.Arrays;

/// The units of a text as 64-bit hashes: one pass over the text, no string for a unit. Everything
/// that compares texts or looks for repetition in them works on these.
///
/// Hashes are the same in every run and on every machine. Two different units, or windows of units,
/// have the same hash with a probability of about 2⁻⁶⁴ unless someone constructs them to collide.
public final class UnitHashes {
  private static final long SEED = 0x2545F4914F6CDD1DL;

  /// An odd multiplier without structure: 2⁶⁴ divided by the golden ratio.
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /// The base of the polynomial over a window. One less than a multiple of four, so that two units
  /// that change places do not cancel out in the low bits.
  private static final long BASE = 0xD6E8FEB86659FD93L;

  private long[] hashes;
  private int[] lengths;
  private int count;

  private UnitHashes(int capacity) {
    hashes = new long[capacity];
    lengths = new int[capacity];
  }

  /// The [Units] of a text in their order.
  public static UnitHashes of(String text) {
    UnitHashes units = new UnitHashes(16 + text.length() / 4);
    Units.visit(text, units::add);
    return units;
  }

  /// What stands between the blanks of a text, in its order and as it is written: the words that a
  /// tool sees which knows no language. Most Chinese sentences are one.
  public static UnitHashes betweenBlanks(String text) {
    UnitHashes units = new UnitHashes(16 + text.length() / 4);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        if (i > start) {
          units.add(text, start, i);
        }
        start = i + 1;
      }
    }
    return units;
  }

  private void add(String text, int from, int to) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    long hash = SEED;
    for (int i = from; i < to; i++) {
      hash = step(hash, text.charAt(i));
    }
    hashes[count] = hash;
    lengths[count++] = to - from;
  }

  /// How many units the text has.
  public int count() {
    return count;
  }

  /// The length of a unit in UTF-16 code units.
  public int length(int index) {
    return lengths[index];
  }

  /// One hash for the whole sequence of units.
  public long fingerprint() {
    long hash = SEED;
    for (int i = 0; i < count; i++) {
      hash = step(hash, hashes[i]);
    }
    return hash;
  }

  /// The hash of each window of `width` consecutive units, in their order. A text with fewer units
  /// is one window, a text without units has none.
  public long[] windows(int width) {
    int size = Math.min(width, count);
    long[] windows = new long[size == 0 ? 0 : count - size + 1];
    long leaving = 1; // BASE to the power of size
    long rolling = 0;
    for (int i = 0; i < size; i++) {
      leaving *= BASE;
      rolling = rolling * BASE + hashes[i];
    }
    for (int i = 0; i < windows.length; i++) {
      windows[i] = mix(rolling);
      if (size + i < count) {
        rolling = rolling * BASE + (hashes[size + i] - leaving * hashes[i]);
      }
    }
    return windows;
  }

  private static long step(long hash, long next) {
    long product = (hash ^ next) * GOLDEN;
    return product ^ (product >>> 32);
  }

  /// Spreads every bit over all others (the finaliser of SplitMix64, Stafford's variant 13).
  public static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
