package io.mosskit.inference.checkpoint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/// The elements of a tensor as numbers.
public final class Values {

  private Values() {}

  public static float[] of(Tensor tensor) {
    float[] values = new float[Math.toIntExact(tensor.elements())];
    for (int i = 0; i < values.length; i++) {
      values[i] = at(tensor.type(), tensor.data(), i);
    }
    return values;
  }

  private static float at(ElementType type, MemorySegment data, long i) {
    return switch (type) {
      case F32 -> data.get(ValueLayout.JAVA_FLOAT_UNALIGNED, 4 * i);
      case F16 -> Float.float16ToFloat(data.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * i));
      case BF16 ->
          Float.intBitsToFloat(data.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * i) << Short.SIZE);
      case I64 -> data.get(ValueLayout.JAVA_LONG_UNALIGNED, 8 * i);
      case I32 -> data.get(ValueLayout.JAVA_INT_UNALIGNED, 4 * i);
      case I16 -> data.get(ValueLayout.JAVA_SHORT_UNALIGNED, 2 * i);
      case I8 -> data.get(ValueLayout.JAVA_BYTE, i);
      case U8, BOOL -> data.get(ValueLayout.JAVA_BYTE, i) & 0xFF;
    };
  }
}
