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

  private static IntVector word(MemorySegment codes, long at, int output) {
    return IntVector.fromMemorySegment(
        Lanes.INTS, codes, at + (long) Integer.BYTES * output, ByteOrder.LITTLE_ENDIAN);
  }

  private static IntVector left(IntVector word, int by) {
    return word.lanewise(VectorOperators.LSHL, by);
  }

  private static IntVector right(IntVector word, int by) {
    return word.lanewise(VectorOperators.LSHR, by);
  }

  private static FloatVector fraction(IntVector word, int mask) {
    return word.and(mask).or(ONE).reinterpretAsFloats();
  }

  private static void rowTwo(
      MemorySegment codes, long at, float[] x, int k, Group group, float[] y, int yFrom, int n) {
    FloatVector x0 = Lanes.broadcast(x[k]);
    FloatVector x1 = Lanes.broadcast(x[k + 1]);
    FloatVector x2 = Lanes.broadcast(x[k + 2]);
    FloatVector x3 = Lanes.broadcast(x[k + 3]);
    FloatVector x4 = Lanes.broadcast(x[k + 4]);
    FloatVector x5 = Lanes.broadcast(x[k + 5]);
    FloatVector x6 = Lanes.broadcast(x[k + 6]);
    FloatVector x7 = Lanes.broadcast(x[k + 7]);
    FloatVector x8 = Lanes.broadcast(x[k + 8]);
    FloatVector x9 = Lanes.broadcast(x[k + 9]);
    FloatVector x10 = Lanes.broadcast(x[k + 10]);
    FloatVector x11 = Lanes.broadcast(x[k + 11]);
    FloatVector x12 = Lanes.broadcast(x[k + 12]);
    FloatVector x13 = Lanes.broadcast(x[k + 13]);
    FloatVector x14 = Lanes.broadcast(x[k + 14]);
    FloatVector x15 = Lanes.broadcast(x[k + 15]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = word(codes, at, o);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      s = fraction(left(word, 21), FRACTION_2).fma(scale, shift).fma(x0, s);
      s = fraction(left(word, 19), FRACTION_2).fma(scale, shift).fma(x1, s);
      s = fraction(left(word, 17), FRACTION_2).fma(scale, shift).fma(x2, s);
      s = fraction(left(word, 15), FRACTION_2).fma(scale, shift).fma(x3, s);
      s = fraction(left(word, 13), FRACTION_2).fma(scale, shift).fma(x4, s);
      s = fraction(left(word, 11), FRACTION_2).fma(scale, shift).fma(x5, s);
      s = fraction(left(word, 9), FRACTION_2).fma(scale, shift).fma(x6, s);
      s = fraction(left(word, 7), FRACTION_2).fma(scale, shift).fma(x7, s);
      s = fraction(left(word, 5), FRACTION_2).fma(scale, shift).fma(x8, s);
      s = fraction(left(word, 3), FRACTION_2).fma(scale, shift).fma(x9, s);
      s = fraction(left(word, 1), FRACTION_2).fma(scale, shift).fma(x10, s);
      s = fraction(right(word, 1), FRACTION_2).fma(scale, shift).fma(x11, s);
      s = fraction(right(word, 3), FRACTION_2).fma(scale, shift).fma(x12, s);
      s = fraction(right(word, 5), FRACTION_2).fma(scale, shift).fma(x13, s);
      s = fraction(right(word, 7), FRACTION_2).fma(scale, shift).fma(x14, s);
      s = fraction(right(word, 9), FRACTION_2).fma(scale, shift).fma(x15, s);
      s.intoArray(y, yFrom + o);
    }
  }

  private static void rowFour(
      MemorySegment codes, long at, float[] x, int k, Group group, float[] y, int yFrom, int n) {
    FloatVector x0 = Lanes.broadcast(x[k]);
    FloatVector x1 = Lanes.broadcast(x[k + 1]);
    FloatVector x2 = Lanes.broadcast(x[k + 2]);
    FloatVector x3 = Lanes.broadcast(x[k + 3]);
    FloatVector x4 = Lanes.broadcast(x[k + 4]);
    FloatVector x5 = Lanes.broadcast(x[k + 5]);
    FloatVector x6 = Lanes.broadcast(x[k + 6]);
    FloatVector x7 = Lanes.broadcast(x[k + 7]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = word(codes, at, o);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      s = fraction(left(word, 19), FRACTION_4).fma(scale, shift).fma(x0, s);
      s = fraction(left(word, 15), FRACTION_4).fma(scale, shift).fma(x1, s);
      s = fraction(left(word, 11), FRACTION_4).fma(scale, shift).fma(x2, s);
      s = fraction(left(word, 7), FRACTION_4).fma(scale, shift).fma(x3, s);
      s = fraction(left(word, 3), FRACTION_4).fma(scale, shift).fma(x4, s);
      s = fraction(right(word, 1), FRACTION_4).fma(scale, shift).fma(x5, s);
      s = fraction(right(word, 5), FRACTION_4).fma(scale, shift).fma(x6, s);
      s = fraction(right(word, 9), FRACTION_4).fma(scale, shift).fma(x7, s);
      s.intoArray(y, yFrom + o);
    }
  }

  private static void rowEight(
      MemorySegment codes, long at, float[] x, int k, Group group, float[] y, int yFrom, int n) {
    FloatVector x0 = Lanes.broadcast(x[k]);
    FloatVector x1 = Lanes.broadcast(x[k + 1]);
    FloatVector x2 = Lanes.broadcast(x[k + 2]);
    FloatVector x3 = Lanes.broadcast(x[k + 3]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = word(codes, at, o);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + o);
      s = fraction(left(word, 15), FRACTION_8).fma(scale, shift).fma(x0, s);
      s = fraction(left(word, 7), FRACTION_8).fma(scale, shift).fma(x1, s);
      s = fraction(right(word, 1), FRACTION_8).fma(scale, shift).fma(x2, s);
      s = fraction(right(word, 9), FRACTION_8).fma(scale, shift).fma(x3, s);
      s.intoArray(y, yFrom + o);
    }
  }

  private static void unpackTwo(
      MemorySegment codes, long at, Group group, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = word(codes, at, o);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      int to = from + o / OuterTile.STRIP * stripSize + o % OuterTile.STRIP;
      fraction(left(word, 21), FRACTION_2).fma(scale, shift).intoArray(into, to);
      fraction(left(word, 19), FRACTION_2).fma(scale, shift).intoArray(into, to + OuterTile.STRIP);
      fraction(left(word, 17), FRACTION_2).fma(scale, shift).intoArray(into, to + 2 * OuterTile.STRIP);
      fraction(left(word, 15), FRACTION_2).fma(scale, shift).intoArray(into, to + 3 * OuterTile.STRIP);
      fraction(left(word, 13), FRACTION_2).fma(scale, shift).intoArray(into, to + 4 * OuterTile.STRIP);
      fraction(left(word, 11), FRACTION_2).fma(scale, shift).intoArray(into, to + 5 * OuterTile.STRIP);
      fraction(left(word, 9), FRACTION_2).fma(scale, shift).intoArray(into, to + 6 * OuterTile.STRIP);
      fraction(left(word, 7), FRACTION_2).fma(scale, shift).intoArray(into, to + 7 * OuterTile.STRIP);
      fraction(left(word, 5), FRACTION_2).fma(scale, shift).intoArray(into, to + 8 * OuterTile.STRIP);
      fraction(left(word, 3), FRACTION_2).fma(scale, shift).intoArray(into, to + 9 * OuterTile.STRIP);
      fraction(left(word, 1), FRACTION_2).fma(scale, shift).intoArray(into, to + 10 * OuterTile.STRIP);
      fraction(right(word, 1), FRACTION_2).fma(scale, shift).intoArray(into, to + 11 * OuterTile.STRIP);
      fraction(right(word, 3), FRACTION_2).fma(scale, shift).intoArray(into, to + 12 * OuterTile.STRIP);
      fraction(right(word, 5), FRACTION_2).fma(scale, shift).intoArray(into, to + 13 * OuterTile.STRIP);
      fraction(right(word, 7), FRACTION_2).fma(scale, shift).intoArray(into, to + 14 * OuterTile.STRIP);
      fraction(right(word, 9), FRACTION_2).fma(scale, shift).intoArray(into, to + 15 * OuterTile.STRIP);
    }
  }

  private static void unpackFour(
      MemorySegment codes, long at, Group group, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = word(codes, at, o);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      int to = from + o / OuterTile.STRIP * stripSize + o % OuterTile.STRIP;
      fraction(left(word, 19), FRACTION_4).fma(scale, shift).intoArray(into, to);
      fraction(left(word, 15), FRACTION_4).fma(scale, shift).intoArray(into, to + OuterTile.STRIP);
      fraction(left(word, 11), FRACTION_4).fma(scale, shift).intoArray(into, to + 2 * OuterTile.STRIP);
      fraction(left(word, 7), FRACTION_4).fma(scale, shift).intoArray(into, to + 3 * OuterTile.STRIP);
      fraction(left(word, 3), FRACTION_4).fma(scale, shift).intoArray(into, to + 4 * OuterTile.STRIP);
      fraction(right(word, 1), FRACTION_4).fma(scale, shift).intoArray(into, to + 5 * OuterTile.STRIP);
      fraction(right(word, 5), FRACTION_4).fma(scale, shift).intoArray(into, to + 6 * OuterTile.STRIP);
      fraction(right(word, 9), FRACTION_4).fma(scale, shift).intoArray(into, to + 7 * OuterTile.STRIP);
    }
  }

  private static void unpackEight(
      MemorySegment codes, long at, Group group, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = word(codes, at, o);
      FloatVector scale = FloatVector.fromArray(Lanes.FLOATS, group.scales, o);
      FloatVector shift = FloatVector.fromArray(Lanes.FLOATS, group.shifts, o);
      int to = from + o / OuterTile.STRIP * stripSize + o % OuterTile.STRIP;
      fraction(left(word, 15), FRACTION_8).fma(scale, shift).intoArray(into, to);
      fraction(left(word, 7), FRACTION_8).fma(scale, shift).intoArray(into, to + OuterTile.STRIP);
      fraction(right(word, 1), FRACTION_8).fma(scale, shift).intoArray(into, to + 2 * OuterTile.STRIP);
      fraction(right(word, 9), FRACTION_8).fma(scale, shift).intoArray(into, to + 3 * OuterTile.STRIP);
    }
  }
}
