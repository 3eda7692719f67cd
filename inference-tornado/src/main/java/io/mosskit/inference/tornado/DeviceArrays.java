package io.mosskit.inference.tornado;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import uk.ac.manchester.tornado.api.types.arrays.FloatArray;

/// Tensors as arrays that a device gets.
final class DeviceArrays {

  private static final ValueLayout.OfShort SHORT =
      ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private DeviceArrays() {}

  /// The numbers of a tensor as floats, which hold those of every floating type exactly.
  static FloatArray floats(Tensor tensor) {
    MemorySegment data = tensor.data();
    int n = Math.toIntExact(tensor.elements());
    return switch (tensor.type()) {
      case F32 -> FloatArray.fromSegment(data);
      case F16 -> {
        FloatArray array = new FloatArray(n);
        for (int i = 0; i < n; i++) {
          array.set(i, Float.float16ToFloat(data.get(SHORT, 2L * i)));
        }
        yield array;
      }
      case BF16 -> {
        FloatArray array = new FloatArray(n);
        for (int i = 0; i < n; i++) {
          array.set(i, Float.intBitsToFloat(data.get(SHORT, 2L * i) << Short.SIZE));
        }
        yield array;
      }
      case I64, I32, I16, I8, U8, BOOL ->
          throw new IllegalArgumentException(tensor.type() + " is no floating-point type");
    };
  }

  /// How many bytes a tensor takes on the device.
  static long bytes(Tensor tensor) {
    return tensor.type() == ElementType.BF16
        ? tensor.elements() * Float.BYTES
        : tensor.data().byteSize();
  }
}
