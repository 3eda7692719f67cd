package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.writing.PlannedTensor.Filling;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Fillings from what is at hand.
final class Elements {

  private Elements() {}

  /// Bytes from successive `long`s, the lowest byte first.
  static Filling longs(LongSupplier source) {
    return part -> {
      while (part.remaining() >= Long.BYTES) {
        part.putLong(source.getAsLong());
      }
      for (long rest = source.getAsLong(); part.hasRemaining(); rest >>>= Byte.SIZE) {
        part.put((byte) rest);
      }
    };
  }

  /// The same 16 bits for every element.
  static Filling constant16(short bits) {
    long four = (bits & 0xFFFFL) * 0x0001_0001_0001_0001L;
    return longs(() -> four);
  }

  /// The same 32 bits for every element.
  static Filling constant32(int bits) {
    long two = (bits & 0xFFFF_FFFFL) * 0x0000_0001_0000_0001L;
    return longs(() -> two);
  }

  /// 32-bit integers that follow from their index.
  static Filling indexed(IntUnaryOperator value) {
    int[] next = {0};
    return part -> {
      while (part.hasRemaining()) {
        part.putInt(value.applyAsInt(next[0]++));
      }
    };
  }

  /// 32-bit integers that are made when their turn comes.
  static Filling ints(Supplier<int[]> source) {
    int[] next = {0};
    return part -> {
      int count = part.remaining() / Integer.BYTES;
      part.asIntBuffer().put(source.get(), next[0], count);
      part.position(part.limit());
      next[0] += count;
    };
  }

  /// 16-bit values that are made when their turn comes.
  static Filling shorts(Supplier<short[]> source) {
    int[] next = {0};
    return part -> {
      int count = part.remaining() / Short.BYTES;
      part.asShortBuffer().put(source.get(), next[0], count);
      part.position(part.limit());
      next[0] += count;
    };
  }
}
