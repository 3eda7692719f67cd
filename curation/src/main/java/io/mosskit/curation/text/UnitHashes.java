package io.mosskit.curation.text;

import io.mosskit.schema.text.Units;
import java.nio.charset.StandardCharsets;
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

  private static final int PROBED = 16;
  private static final byte[] NO_BYTES = {};

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
    byte[] ascii = looksAscii(text) ? text.getBytes(StandardCharsets.UTF_8) : NO_BYTES;
    if (ascii.length == text.length()) {
      new AsciiUnits(ascii).addTo(units);
    } else {
      Units.visit(text, units::add);
    }
    return units;
  }

  /// Whether it is worth the trouble to encode the text, which shows whether it is ASCII.
  private static boolean looksAscii(String text) {
    int probed = Math.min(text.length(), PROBED);
    for (int i = 0; i < probed; i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
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
    int every = 0;
    for (int i = from; i < to; i++) {
      every |= text.charAt(i);
    }
    int width = every < 0x80 ? 8 : 4; // characters in a word of 64 bits
    long hash = hash(word(text, from, to, width), word(text, from + width, to, width), to - from);
    for (int start = from + 2 * width; start < to; start += width) {
      hash = step(hash, word(text, start, to, width));
    }
    add(hash, to - from);
  }

  /// The next so many characters, the first in the lowest bits; past the end zeros.
  private static long word(String text, int from, int to, int width) {
    long word = 0;
    for (int i = Math.min(to, from + width) - 1; i >= from; i--) {
      word = word << (Long.SIZE / width) | text.charAt(i);
    }
    return word;
  }

  void add(long hash, int length) {
    if (count == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    hashes[count] = hash;
    lengths[count++] = length;
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

  /// The hash of a unit's first two words, of eight characters each where all are ASCII, else of
  /// four.
  ///
  /// @param length of the whole unit
  static long hash(long first, long second, int length) {
    return folded((first ^ SEED) + length, second ^ GOLDEN);
  }

  /// The hash of a sequence that goes on with the next word.
  static long step(long hash, long next) {
    return folded(hash ^ next, GOLDEN);
  }

  /// The two halves of the product of 128 bits, of which every bit depends on all of both factors.
  private static long folded(long left, long right) {
    return left * right ^ Math.unsignedMultiplyHigh(left, right);
  }

  /// Spreads every bit over all others (the finaliser of SplitMix64, Stafford's variant 13).
  public static long mix(long bits) {
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
