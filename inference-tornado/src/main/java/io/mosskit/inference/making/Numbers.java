package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// The elements of a tensor as single-precision numbers.
final class Numbers {

  private static final ValueLayout.OfFloat F32 =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort F16 =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Numbers() {}

  /// Reads the elements from `first` on into `numbers`.
  static void read(Tensor tensor, long first, float[] numbers) {
    MemorySegment data = tensor.data();
    switch (tensor.type()) {
      case F32 -> {
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = data.get(F32, Float.BYTES * (first + i));
        }
      }
      case F16 -> {
        for (int i = 0; i < numbers.length; i++) {
          numbers[i] = Float.float16ToFloat(data.get(F16, Short.BYTES * (first + i)));
        }
      }
      case BF16 -> {
        for (int i = 0; i < numbers.length; i++) {
          short upper = data.get(F16, Short.BYTES * (first + i));
          numbers[i] = Float.intBitsToFloat(upper << Short.SIZE);
        }
      }
      case I64, I32, I16, I8, U8, BOOL -> throw new IllegalArgumentException(fault(tensor));
    }
  }

  private static String fault(Tensor tensor) {
    return tensor.name() + " holds no numbers with a fraction, but " + tensor.type();
  }
}
