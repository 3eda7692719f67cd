package io.mosskit.schema.io;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Strict UTF-8 (RFC 3629): no overlong forms, no surrogates, nothing above U+10FFFF.
final class Utf8 {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long HIGH_BITS = 0x8080808080808080L;

  private Utf8() {}

  /// The index of the first byte that does not belong to a well-formed character, or -1.
  static int firstInvalid(byte[] bytes, int from, int to) {
    int i = from;
    while (i < to) {
      if (bytes[i] >= 0) {
        i = skipAscii(bytes, i, to);
        continue;
      }
      int length = sequenceLength(bytes, i, to);
      if (length == 0) {
        return i;
      }
      i += length;
    }
    return -1;
  }

  private static int skipAscii(byte[] bytes, int from, int to) {
    int i = from;
    while (i + Long.BYTES <= to && ((long) LONGS.get(bytes, i) & HIGH_BITS) == 0) {
      i += Long.BYTES;
    }
    while (i < to && bytes[i] >= 0) {
      i++;
    }
    return i;
  }

  /// The length of the multi-byte character at i, or 0 where there is none.
  static int sequenceLength(byte[] bytes, int i, int to) {
    int first = bytes[i] & 0xFF;
    if (first >= 0xE0 && first <= 0xEF) {
      if (i + 2 >= to || !isContinuation(bytes[i + 1]) || !isContinuation(bytes[i + 2])) {
        return 0;
      }
      int second = bytes[i + 1] & 0xFF;
      boolean overlong = first == 0xE0 && second < 0xA0;
      boolean surrogate = first == 0xED && second > 0x9F;
      return overlong || surrogate ? 0 : 3;
    }
    if (first >= 0xC2 && first <= 0xDF) {
      return i + 1 < to && isContinuation(bytes[i + 1]) ? 2 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
      if (i + 3 >= to
          || !isContinuation(bytes[i + 1])
          || !isContinuation(bytes[i + 2])
          || !isContinuation(bytes[i + 3])) {
        return 0;
      }
      int second = bytes[i + 1] & 0xFF;
      boolean overlong = first == 0xF0 && second < 0x90;
      boolean beyond = first == 0xF4 && second > 0x8F;
      return overlong || beyond ? 0 : 4;
    }
    return 0;
  }

  private static boolean isContinuation(byte b) {
    return (b & 0xC0) == 0x80;
  }
}
