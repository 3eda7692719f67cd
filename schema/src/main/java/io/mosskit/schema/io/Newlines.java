package io.mosskit.schema.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Finds and counts line breaks, eight bytes at a time.
final class Newlines {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long LOW_BITS = 0x7F * EACH;
  private static final long NEWLINES = '\n' * EACH;

  private Newlines() {}

  /// The index of the first line break at or after `from`, or `to`.
  static int next(byte[] bytes, int from, int to) {
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      long found = found((long) LONGS.get(bytes, i));
      if (found != 0) {
        return i + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (i < to && bytes[i] != '\n') {
      i++;
    }
    return i;
  }

  /// How many line breaks stand in the range.
  static int count(byte[] bytes, int from, int to) {
    int count = 0;
    int i = from;
    for (; i + Long.BYTES <= to; i += Long.BYTES) {
      count += Long.bitCount(found((long) LONGS.get(bytes, i)));
    }
    for (; i < to; i++) {
      count += bytes[i] == '\n' ? 1 : 0;
    }
    return count;
  }

  /// The highest bit of each byte that is a line break.
  private static long found(long eight) {
    long zeroWhereFound = eight ^ NEWLINES;
    return ~(((zeroWhereFound & LOW_BITS) + LOW_BITS) | zeroWhereFound | LOW_BITS);
  }
}
