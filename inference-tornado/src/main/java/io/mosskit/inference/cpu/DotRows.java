package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorOperators;

/// Four rows of a matrix at once, straight from where they are mapped: multiplied with one vector,
/// or converted to floats. Sixteen-bit weights are converted exactly, subnormal ones included;
/// infinities and NaN, which no weights are, become large numbers.
final class DotRows {

  private static final ByteOrder LITTLE = ByteOrder.LITTLE_ENDIAN;

  /// An fp16 number whose exponent and fraction stand in a float's bits is too small by 2¹¹².
  private static final FloatVector REBIAS = Lanes.broadcast(0x1p112f);

  private static final int SIGN_EXPONENT_FRACTION = 0x8FFF_E000;

  private DotRows() {}

  /// Adds up four rows times x, lane by lane: lane l of row r sums the elements l, l + lanes, …
  ///
  /// @param w [rows, at least n], each row `rowBytes` after the one before
  /// @param at the byte where the first of them begins
  /// @param n any number; the rest beyond whole vectors goes to the first lanes
  /// @param lanes filled with 4 vectors
  static void four(
      ElementType type,
      MemorySegment w,
      long at,
      long rowBytes,
      float[] x,
      int xFrom,
      int n,
      float[] lanes) {
    int whole = n & -Lanes.COUNT;
    switch (type) {
      case F32 -> fourF32(w, at, rowBytes, x, xFrom, whole, lanes);
      case F16 -> fourF16(w, at, rowBytes, x, xFrom, whole, lanes);
      case BF16 -> fourBf16(w, at, rowBytes, x, xFrom, whole, lanes);
      case I64, I32, I16, I8, U8, BOOL -> throw new IllegalArgumentException("weights of " + type);
    }
    for (int row = 0; whole < n && row < 4; row++) {
      for (int k = whole; k < n; k++) {
        int lane = row * Lanes.COUNT + k - whole;
        float weight = Numbers.at(type, w, at + row * rowBytes + (long) k * type.bytes());
        lanes[lane] = Math.fma(weight, x[xFrom + k], lanes[lane]);
      }
    }
  }

  /// Converts consecutive weights.
  static void unpack(
      ElementType type, MemorySegment w, long at, int n, float[] into, int intoFrom) {
    int whole = n & -Lanes.COUNT;
    unpack(type, w, at, whole, into, intoFrom, Lanes.COUNT);
    for (int k = whole; k < n; k++) {
      into[intoFrom + k] = Numbers.at(type, w, at + (long) k * type.bytes());
    }
  }

  /// Converts whole vectors of consecutive weights.
  ///
  /// @param spacing from where one vector goes to where the next goes
  static void unpack(
      ElementType type,
      MemorySegment w,
      long at,
      int whole,
      float[] into,
      int intoFrom,
      int spacing) {
    int to = intoFrom;
    switch (type) {
      case F32 -> {
        for (int k = 0; k < whole; k += Lanes.COUNT) {
          f32(w, at + 4L * k).intoArray(into, to);
          to += spacing;
        }
      }
      case F16 -> {
        for (int k = 0; k < whole; k += Lanes.COUNT) {
          f16(w, at + 2L * k).intoArray(into, to);
          to += spacing;
        }
      }
      case BF16 -> {
        for (int k = 0; k < whole; k += Lanes.COUNT) {
          bf16(w, at + 2L * k).intoArray(into, to);
          to += spacing;
        }
      }
      case I64, I32, I16, I8, U8, BOOL -> throw new IllegalArgumentException("weights of " + type);
    }
  }

  private static FloatVector f32(MemorySegment w, long at) {
    return FloatVector.fromMemorySegment(Lanes.FLOATS, w, at, LITTLE);
  }

  private static FloatVector f16(MemorySegment w, long at) {
    return widened(w, at)
        .lanewise(VectorOperators.LSHL, 13)
        .and(SIGN_EXPONENT_FRACTION)
        .reinterpretAsFloats()
        .mul(REBIAS);
  }

  private static FloatVector bf16(MemorySegment w, long at) {
    return widened(w, at).lanewise(VectorOperators.LSHL, 16).reinterpretAsFloats();
  }

  private static IntVector widened(MemorySegment w, long at) {
    return (IntVector)
        ShortVector.fromMemorySegment(Lanes.SHORTS, w, at, LITTLE)
            .convertShape(VectorOperators.S2I, Lanes.INTS, 0);
  }

  private static void fourF32(
      MemorySegment w, long at, long rowBytes, float[] x, int xFrom, int n, float[] lanes) {
    FloatVector s0 = Lanes.broadcast(0);
    FloatVector s1 = Lanes.broadcast(0);
    FloatVector s2 = Lanes.broadcast(0);
    FloatVector s3 = Lanes.broadcast(0);
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + k);
      long here = at + 4L * k;
      s0 = f32(w, here).fma(a, s0);
      s1 = f32(w, here + rowBytes).fma(a, s1);
      s2 = f32(w, here + 2 * rowBytes).fma(a, s2);
      s3 = f32(w, here + 3 * rowBytes).fma(a, s3);
    }
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, Lanes.COUNT);
    s2.intoArray(lanes, 2 * Lanes.COUNT);
    s3.intoArray(lanes, 3 * Lanes.COUNT);
  }

  private static void fourF16(
      MemorySegment w, long at, long rowBytes, float[] x, int xFrom, int n, float[] lanes) {
    FloatVector s0 = Lanes.broadcast(0);
    FloatVector s1 = Lanes.broadcast(0);
    FloatVector s2 = Lanes.broadcast(0);
    FloatVector s3 = Lanes.broadcast(0);
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + k);
      long here = at + 2L * k;
      s0 = f16(w, here).fma(a, s0);
      s1 = f16(w, here + rowBytes).fma(a, s1);
      s2 = f16(w, here + 2 * rowBytes).fma(a, s2);
      s3 = f16(w, here + 3 * rowBytes).fma(a, s3);
    }
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, Lanes.COUNT);
    s2.intoArray(lanes, 2 * Lanes.COUNT);
    s3.intoArray(lanes, 3 * Lanes.COUNT);
  }

  private static void fourBf16(
      MemorySegment w, long at, long rowBytes, float[] x, int xFrom, int n, float[] lanes) {
    FloatVector s0 = Lanes.broadcast(0);
    FloatVector s1 = Lanes.broadcast(0);
    FloatVector s2 = Lanes.broadcast(0);
    FloatVector s3 = Lanes.broadcast(0);
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + k);
      long here = at + 2L * k;
      s0 = bf16(w, here).fma(a, s0);
      s1 = bf16(w, here + rowBytes).fma(a, s1);
      s2 = bf16(w, here + 2 * rowBytes).fma(a, s2);
      s3 = bf16(w, here + 3 * rowBytes).fma(a, s3);
    }
    s0.intoArray(lanes, 0);
    s1.intoArray(lanes, Lanes.COUNT);
    s2.intoArray(lanes, 2 * Lanes.COUNT);
    s3.intoArray(lanes, 3 * Lanes.COUNT);
  }
}
