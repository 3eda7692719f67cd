package io.mosskit.inference.cpu;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;

/// One row of packed codes: 32 / bits consecutive inputs, all outputs beside one another, as they
/// lie in the file.
///
/// A code c of b bits is put into the fraction of a float, where it reads 1 + c / 2ᵇ. One fused
/// multiply-add by 2ᵇ scale, plus -(2ᵇ + zero) scale, makes (c - zero) scale of it, exactly, since
/// that has fewer bits than a float. Each output is then summed input by input.
///
/// The steps are spelled out, since the compiler stops inlining methods of ours in loops as long as
/// these, and a vector that is returned by a method is then made in memory.
final class PackedWords {

  private static final int ONE = 0x3F80_0000;
  private static final int FRACTION_2 = 0x0060_0000;
  private static final int FRACTION_4 = 0x0078_0000;
  private static final int FRACTION_8 = 0x007F_8000;

  private PackedWords() {}

  /// What turns the codes of a group of inputs into weights, for some consecutive outputs.
  ///
  /// @param scales 2ᵇ scale
  /// @param shifts -(2ᵇ + zero) scale
  /// @param zeros as they are stored
  record Group(float[] scales, float[] shifts, int[] zeros) {

    /// A group of up to so many outputs.
    static Group of(int outputs) {
      return new Group(new float[outputs], new float[outputs], new int[outputs + Integer.SIZE]);
    }

    /// Makes 2ᵇ scale and -(2ᵇ + zero) scale of scales and stored zeros, which are one less than
    /// the zeros.
    void prepare(int bits, int n) {
      int range = 1 << bits;
      for (int o = 0; o < n; o += Lanes.COUNT) {
        FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, scales, o);
        FloatVector zero =
            (FloatVector)
                IntVector.fromArray(Lanes.INTS, zeros, o)
                    .add(range + 1)
                    .convert(VectorOperators.I2F, 0);
        scale.mul(range).intoArray(scales, o);
        zero.neg().mul(scale).intoArray(shifts, o);
      }
    }
  }

  /// y[o] += Σ x[k + t] w[k + t, o] over the inputs t of one word.
  ///
  /// @param codes where the words lie
  /// @param at the byte of the word of the first output
  /// @param k the first input of the word
  /// @param n how many outputs; a multiple of the number of lanes
  static void add(
      int bits,
      MemorySegment codes,
      long at,
      float[] x,
      int k,
      Group group,
      float[] y,
      int yFrom,
      int n) {
    switch (bits) {
      case 2 -> rowTwo(codes, at, x, k, group, y, yFrom, n);
      case 4 -> rowFour(codes, at, x, k, group, y, yFrom, n);
      case 8 -> rowEight(codes, at, x, k, group, y, yFrom, n);
      default -> throw new IllegalArgumentException("codes of " + bits + " bits");
    }
  }

  /// The weights of one word, in strips as [OuterTile] reads them: those of input t `t STRIP` after
  /// `from`.
  static void unpack(
      int bits,
      MemorySegment codes,
      long at,
      Group group,
      float[] into,
      int from,
      int stripSize,
      int n) {
    switch (bits) {
      case 2 -> unpackTwo(codes, at, group, into, from, stripSize, n);
      case 4 -> unpackFour(codes, at, group, into, from, stripSize, n);
      case 8 -> unpackEight(codes, at, group, into, from, stripSize, n);
      default -> throw new IllegalArgumentException("codes of " + bits + " bits");
    }
  }

  private static void rowTwo(
      MemorySegment codes, long at, float[] x, int k, Group group, float[] y, int yFrom, int n) {
    FloatVector x0 = FloatVector.broadcast(Lanes.FLOATS, x[k]);
    FloatVector x1 = FloatVector.broadcast(Lanes.FLOATS, x[k + 1]);
    FloatVector x2 = FloatVector.broadcast(Lanes.FLOATS, x[k + 2]);
    FloatVector x3 = FloatVector.broadcast(Lanes.FLOATS, x[k + 3]);
    FloatVector x4 = FloatVector.broadcast(Lanes.FLOATS, x[k + 4]);
    FloatVector x5 = FloatVector.broadcast(Lanes.FLOATS, x[k + 5]);
    FloatVector x6 = FloatVector.broadcast(Lanes.FLOATS, x[k + 6]);
    FloatVector x7 = FloatVector.broadcast(Lanes.FLOATS, x[k + 7]);
    FloatVector x8 = FloatVector.broadcast(Lanes.FLOATS, x[k + 8]);
    FloatVector x9 = FloatVector.broadcast(Lanes.FLOATS, x[k + 9]);
    FloatVector x10 = FloatVector.broadcast(Lanes.FLOATS, x[k + 10]);
    FloatVector x11 = FloatVector.broadcast(Lanes.FLOATS, x[k + 11]);
    FloatVector x12 = FloatVector.broadcast(Lanes.FLOATS, x[k + 12]);
    FloatVector x13 = FloatVector.broadcast(Lanes.FLOATS, x[k + 13]);
    FloatVector x14 = FloatVector.broadcast(Lanes.FLOATS, x[k + 14]);
    FloatVector x15 = FloatVector.broadcast(Lanes.FLOATS, x[k + 15]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      s =
          word.lanewise(VectorOperators.LSHL, 21)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x0, s);
      s =
          word.lanewise(VectorOperators.LSHL, 19)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x1, s);
      s =
          word.lanewise(VectorOperators.LSHL, 17)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x2, s);
      s =
          word.lanewise(VectorOperators.LSHL, 15)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x3, s);
      s =
          word.lanewise(VectorOperators.LSHL, 13)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x4, s);
      s =
          word.lanewise(VectorOperators.LSHL, 11)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x5, s);
      s =
          word.lanewise(VectorOperators.LSHL, 9)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x6, s);
      s =
          word.lanewise(VectorOperators.LSHL, 7)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x7, s);
      s =
          word.lanewise(VectorOperators.LSHL, 5)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x8, s);
      s =
          word.lanewise(VectorOperators.LSHL, 3)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x9, s);
      s =
          word.lanewise(VectorOperators.LSHL, 1)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x10, s);
      s =
          word.lanewise(VectorOperators.LSHR, 1)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x11, s);
      s =
          word.lanewise(VectorOperators.LSHR, 3)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x12, s);
      s =
          word.lanewise(VectorOperators.LSHR, 5)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x13, s);
      s =
          word.lanewise(VectorOperators.LSHR, 7)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x14, s);
      s =
          word.lanewise(VectorOperators.LSHR, 9)
              .and(FRACTION_2)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x15, s);
      s.intoArray(y, yFrom + o);
    }
  }

  private static void rowFour(
      MemorySegment codes, long at, float[] x, int k, Group group, float[] y, int yFrom, int n) {
    FloatVector x0 = FloatVector.broadcast(Lanes.FLOATS, x[k]);
    FloatVector x1 = FloatVector.broadcast(Lanes.FLOATS, x[k + 1]);
    FloatVector x2 = FloatVector.broadcast(Lanes.FLOATS, x[k + 2]);
    FloatVector x3 = FloatVector.broadcast(Lanes.FLOATS, x[k + 3]);
    FloatVector x4 = FloatVector.broadcast(Lanes.FLOATS, x[k + 4]);
    FloatVector x5 = FloatVector.broadcast(Lanes.FLOATS, x[k + 5]);
    FloatVector x6 = FloatVector.broadcast(Lanes.FLOATS, x[k + 6]);
    FloatVector x7 = FloatVector.broadcast(Lanes.FLOATS, x[k + 7]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      s =
          word.lanewise(VectorOperators.LSHL, 19)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x0, s);
      s =
          word.lanewise(VectorOperators.LSHL, 15)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x1, s);
      s =
          word.lanewise(VectorOperators.LSHL, 11)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x2, s);
      s =
          word.lanewise(VectorOperators.LSHL, 7)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x3, s);
      s =
          word.lanewise(VectorOperators.LSHL, 3)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x4, s);
      s =
          word.lanewise(VectorOperators.LSHR, 1)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x5, s);
      s =
          word.lanewise(VectorOperators.LSHR, 5)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x6, s);
      s =
          word.lanewise(VectorOperators.LSHR, 9)
              .and(FRACTION_4)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x7, s);
      s.intoArray(y, yFrom + o);
    }
  }

  private static void rowEight(
      MemorySegment codes, long at, float[] x, int k, Group group, float[] y, int yFrom, int n) {
    FloatVector x0 = FloatVector.broadcast(Lanes.FLOATS, x[k]);
    FloatVector x1 = FloatVector.broadcast(Lanes.FLOATS, x[k + 1]);
    FloatVector x2 = FloatVector.broadcast(Lanes.FLOATS, x[k + 2]);
    FloatVector x3 = FloatVector.broadcast(Lanes.FLOATS, x[k + 3]);
    int o = 0;
    for (; o + 2 * Lanes.COUNT <= n; o += 2 * Lanes.COUNT) {
      int p = o + Lanes.COUNT;
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      IntVector next =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * p, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector nextScale = FloatVector.fromArray(Lanes.FLOATS, group.scales, p);
      FloatVector nextShift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, p);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      FloatVector t = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + p);
      s =
          word.lanewise(VectorOperators.LSHL, 15)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x0, s);
      t =
          next.lanewise(VectorOperators.LSHL, 15)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(nextScale, nextShift)
              .fma(x0, t);
      s =
          word.lanewise(VectorOperators.LSHL, 7)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x1, s);
      t =
          next.lanewise(VectorOperators.LSHL, 7)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(nextScale, nextShift)
              .fma(x1, t);
      s =
          word.lanewise(VectorOperators.LSHR, 1)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x2, s);
      t =
          next.lanewise(VectorOperators.LSHR, 1)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(nextScale, nextShift)
              .fma(x2, t);
      s =
          word.lanewise(VectorOperators.LSHR, 9)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x3, s);
      t =
          next.lanewise(VectorOperators.LSHR, 9)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(nextScale, nextShift)
              .fma(x3, t);
      s.intoArray(y, yFrom + o);
      t.intoArray(y, yFrom + p);
    }
    if (o < n) {
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      s =
          word.lanewise(VectorOperators.LSHL, 15)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x0, s);
      s =
          word.lanewise(VectorOperators.LSHL, 7)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x1, s);
      s =
          word.lanewise(VectorOperators.LSHR, 1)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x2, s);
      s =
          word.lanewise(VectorOperators.LSHR, 9)
              .and(FRACTION_8)
              .or(ONE)
              .reinterpretAsFloats()
              .fma(scale, shift)
              .fma(x3, s);
      s.intoArray(y, yFrom + o);
    }
  }

  private static void unpackTwo(
      MemorySegment codes, long at, Group group, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      int to = from + o / OuterTile.STRIP * stripSize + o % OuterTile.STRIP;
      word.lanewise(VectorOperators.LSHL, 21)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to);
      word.lanewise(VectorOperators.LSHL, 19)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 17)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 2 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 15)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 3 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 13)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 4 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 11)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 5 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 9)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 6 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 7)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 7 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 5)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 8 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 3)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 9 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 1)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 10 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 1)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 11 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 3)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 12 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 5)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 13 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 7)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 14 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 9)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 15 * OuterTile.STRIP);
    }
  }

  private static void unpackFour(
      MemorySegment codes, long at, Group group, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      int to = from + o / OuterTile.STRIP * stripSize + o % OuterTile.STRIP;
      word.lanewise(VectorOperators.LSHL, 19)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to);
      word.lanewise(VectorOperators.LSHL, 15)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 11)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 2 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 7)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 3 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHL, 3)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 4 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 1)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 5 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 5)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 6 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 9)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 7 * OuterTile.STRIP);
    }
  }

  private static void unpackEight(
      MemorySegment codes, long at, Group group, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word =
          IntVector.fromMemorySegment(Lanes.INTS, codes, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      int to = from + o / OuterTile.STRIP * stripSize + o % OuterTile.STRIP;
      word.lanewise(VectorOperators.LSHL, 15)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to);
      word.lanewise(VectorOperators.LSHL, 7)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 1)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 2 * OuterTile.STRIP);
      word.lanewise(VectorOperators.LSHR, 9)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .fma(scale, shift)
          .intoArray(into, to + 3 * OuterTile.STRIP);
    }
  }
}
