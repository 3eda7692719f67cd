package io.mosskit.curation.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds the units of an ASCII text, eight characters at a time: the same that
/// [io.mosskit.schema.text.Units] finds, which are the runs of letters and digits in lower case.
final class AsciiUnits {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final byte[] text;

  AsciiUnits(byte[] text) {
    this.text = text;
  }

  void addTo(UnitHashes units) {
    int at = 0;
    while (at < text.length) {
      long first = eight(at);
      long second = eight(at + 8);
      long inFirst = lettersAndDigits(first);
      long inSecond = lettersAndDigits(second);
      int length = Long.numberOfTrailingZeros(~inFirst & HIGH_BITS) >>> 3;
      if (length == 0) {
        at += Long.numberOfTrailingZeros(inFirst) >>> 3;
      } else {
        // most units are shorter than 16; that some are longer than eight must not be a branch
        length += length == 8 ? Long.numberOfTrailingZeros(~inSecond & HIGH_BITS) >>> 3 : 0;
        if (length < 16) {
          long head = lowerCase(first) & below(length);
          long tail = lowerCase(second) & below(length - 8);
          units.add(UnitHashes.hash(head, tail, length), length);
          at += length + 1; // what ends a unit is no part of the next
        } else {
          at = addLong(at, units);
        }
      }
    }
  }

  /// Ones in the lowest so many bytes.
  private static long below(int bytes) {
    int clamped = Math.clamp(bytes, 0, 8);
    return clamped == 8 ? -1 : (1L << (8 * clamped)) - 1;
  }

  /// Adds a unit of sixteen characters or more.
  ///
  /// @return where it ends
  private int addLong(int from, UnitHashes units) {
    int to = from + 16;
    while (to < text.length && isLetterOrDigit(text[to])) {
      to++;
    }
    long hash = UnitHashes.hash(lowerCase(eight(from)), lowerCase(eight(from + 8)), to - from);
    for (int at = from + 16; at < to; at += 8) {
      hash = UnitHashes.step(hash, lowerCase(eight(at)) & below(to - at));
    }
    units.add(hash, to - from);
    return to;
  }

  private static boolean isLetterOrDigit(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }

  /// The next eight characters, the first in the lowest bits; past the end of the text zeros.
  private long eight(int at) {
    if (at + 8 <= text.length) {
      return (long) LONGS.get(text, at);
    }
    long eight = 0;
    for (int i = text.length - 1; i >= at; i--) {
      eight = eight << 8 | text[i];
    }
    return eight;
  }

  /// The highest bit of each byte that is a letter or a digit.
  private static long lettersAndDigits(long eight) {
    return within(eight | 0x20 * EACH, 'a', 'z') | within(eight, '0', '9');
  }

  private static long lowerCase(long eight) {
    return eight | within(eight, 'A', 'Z') >>> 2;
  }

  /// The highest bit of each byte from `low` to `high`, all bytes being below 128: there no sum
  /// carries and no difference borrows.
  private static long within(long eight, int low, int high) {
    return (eight + (0x80 - low) * EACH) & ((0x80 + high) * EACH - eight) & HIGH_BITS;
  }
}
