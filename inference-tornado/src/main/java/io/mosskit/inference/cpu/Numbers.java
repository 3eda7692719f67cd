package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Numbers of a tensor, one by one.
final class Numbers {

  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private Numbers() {}

  /// The floating-point number at a byte.
  static float at(ElementType type, MemorySegment data, long at) {
    return switch (type) {
      case F32 -> data.get(FLOAT, at);
      case F16 -> Float.float16ToFloat(data.get(SHORT, at));
      case BF16 -> Float.intBitsToFloat(data.get(SHORT, at) << Short.SIZE);
      case I64, I32, I16, I8, U8, BOOL ->
          throw new IllegalArgumentException(type + " is no floating-point type");
    };
  }

  /// The integer at a byte.
  static int intAt(MemorySegment data, long at) {
    return data.get(INT, at);
  }

  /// All numbers of a tensor that is small.
  static float[] floats(Tensor tensor) {
    float[] numbers = new float[Math.toIntExact(tensor.elements())];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = at(tensor.type(), tensor.data(), (long) i * tensor.type().bytes());
    }
    return numbers;
  }
}
