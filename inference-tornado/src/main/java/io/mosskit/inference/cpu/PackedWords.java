package io.mosskit.inference.cpu;

import static io.mosskit.inference.cpu.Lanes.FLOATS;
import static io.mosskit.inference.cpu.Lanes.INTS;
import static io.mosskit.inference.cpu.OuterTile.STRIP;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/// One row of packed codes: 32 / bits consecutive inputs, all outputs beside one another, as they
/// lie in the file.
///
/// A code c of b bits is put into the fraction of a float, where it reads 1 + c / 2ᵇ, and is summed
/// as that; [GroupScales] makes weights of the sums, once a group and not once a code.
///
/// The steps are spelled out, since the compiler stops inlining methods of ours in loops as long as
/// these, and a vector that is returned by a method is then made in memory.
final class PackedWords {

  private static final int ONE = 0x3F80_0000;
  private static final int FRACTION_2 = 0x0060_0000;
  private static final int FRACTION_4 = 0x0078_0000;
  private static final int FRACTION_8 = 0x007F_8000;

  private PackedWords() {}

  /// sums[o] += Σ x[k + t] (1 + c[k + t, o] / 2ᵇ) over the inputs t of one word.
  ///
  /// @param codes where the words lie
  /// @param at the byte of the word of the first output
  /// @param k the first input of the word
  /// @param sums outside the heap, where vectors can be aligned: half the time otherwise
  /// @param to the byte of the sum of the first output
  /// @param n how many outputs; a multiple of the number of lanes
  static void add(
      int bits,
      MemorySegment codes,
      long at,
      float[] x,
      int k,
      MemorySegment sums,
      long to,
      int n) {
    switch (bits) {
      case 2 -> addTwo(codes, at, x, k, sums, to, n);
      case 4 -> addFour(codes, at, x, k, sums, to, n);
      case 8 -> addEight(codes, at, x, k, sums, to, n);
      default -> throw new IllegalArgumentException("codes of " + bits + " bits");
    }
  }

  /// The numbers 1 + c / 2ᵇ of one word, in strips as [OuterTile] reads them: those of input t `t
  /// STRIP` after `from`.
  static void unpack(
      int bits, MemorySegment codes, long at, float[] into, int from, int stripSize, int n) {
    switch (bits) {
      case 2 -> unpackTwo(codes, at, into, from, stripSize, n);
      case 4 -> unpackFour(codes, at, into, from, stripSize, n);
      case 8 -> unpackEight(codes, at, into, from, stripSize, n);
      default -> throw new IllegalArgumentException("codes of " + bits + " bits");
    }
  }

  private static void addTwo(
      MemorySegment codes, long at, float[] x, int k, MemorySegment sums, long to, int n) {
    FloatVector x0 = FloatVector.broadcast(FLOATS, x[k]);
    FloatVector x1 = FloatVector.broadcast(FLOATS, x[k + 1]);
    FloatVector x2 = FloatVector.broadcast(FLOATS, x[k + 2]);
    FloatVector x3 = FloatVector.broadcast(FLOATS, x[k + 3]);
    FloatVector x4 = FloatVector.broadcast(FLOATS, x[k + 4]);
    FloatVector x5 = FloatVector.broadcast(FLOATS, x[k + 5]);
    FloatVector x6 = FloatVector.broadcast(FLOATS, x[k + 6]);
    FloatVector x7 = FloatVector.broadcast(FLOATS, x[k + 7]);
    FloatVector x8 = FloatVector.broadcast(FLOATS, x[k + 8]);
    FloatVector x9 = FloatVector.broadcast(FLOATS, x[k + 9]);
    FloatVector x10 = FloatVector.broadcast(FLOATS, x[k + 10]);
    FloatVector x11 = FloatVector.broadcast(FLOATS, x[k + 11]);
    FloatVector x12 = FloatVector.broadcast(FLOATS, x[k + 12]);
    FloatVector x13 = FloatVector.broadcast(FLOATS, x[k + 13]);
    FloatVector x14 = FloatVector.broadcast(FLOATS, x[k + 14]);
    FloatVector x15 = FloatVector.broadcast(FLOATS, x[k + 15]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = IntVector.fromMemorySegment(INTS, codes, at + 4L * o, LITTLE_ENDIAN);
      FloatVector s = FloatVector.fromMemorySegment(FLOATS, sums, to + 4L * o, LITTLE_ENDIAN);
      s = word.lanewise(LSHL, 21).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x0, s);
      s = word.lanewise(LSHL, 19).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x1, s);
      s = word.lanewise(LSHL, 17).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x2, s);
      s = word.lanewise(LSHL, 15).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x3, s);
      s = word.lanewise(LSHL, 13).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x4, s);
      s = word.lanewise(LSHL, 11).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x5, s);
      s = word.lanewise(LSHL, 9).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x6, s);
      s = word.lanewise(LSHL, 7).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x7, s);
      s = word.lanewise(LSHL, 5).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x8, s);
      s = word.lanewise(LSHL, 3).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x9, s);
      s = word.lanewise(LSHL, 1).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x10, s);
      s = word.lanewise(LSHR, 1).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x11, s);
      s = word.lanewise(LSHR, 3).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x12, s);
      s = word.lanewise(LSHR, 5).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x13, s);
      s = word.lanewise(LSHR, 7).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x14, s);
      s = word.lanewise(LSHR, 9).and(FRACTION_2).or(ONE).reinterpretAsFloats().fma(x15, s);
      s.intoMemorySegment(sums, to + 4L * o, LITTLE_ENDIAN);
    }
  }

  private static void addFour(
      MemorySegment codes, long at, float[] x, int k, MemorySegment sums, long to, int n) {
    FloatVector x0 = FloatVector.broadcast(FLOATS, x[k]);
    FloatVector x1 = FloatVector.broadcast(FLOATS, x[k + 1]);
    FloatVector x2 = FloatVector.broadcast(FLOATS, x[k + 2]);
    FloatVector x3 = FloatVector.broadcast(FLOATS, x[k + 3]);
    FloatVector x4 = FloatVector.broadcast(FLOATS, x[k + 4]);
    FloatVector x5 = FloatVector.broadcast(FLOATS, x[k + 5]);
    FloatVector x6 = FloatVector.broadcast(FLOATS, x[k + 6]);
    FloatVector x7 = FloatVector.broadcast(FLOATS, x[k + 7]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = IntVector.fromMemorySegment(INTS, codes, at + 4L * o, LITTLE_ENDIAN);
      FloatVector s = FloatVector.fromMemorySegment(FLOATS, sums, to + 4L * o, LITTLE_ENDIAN);
      s = word.lanewise(LSHL, 19).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x0, s);
      s = word.lanewise(LSHL, 15).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x1, s);
      s = word.lanewise(LSHL, 11).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x2, s);
      s = word.lanewise(LSHL, 7).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x3, s);
      s = word.lanewise(LSHL, 3).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x4, s);
      s = word.lanewise(LSHR, 1).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x5, s);
      s = word.lanewise(LSHR, 5).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x6, s);
      s = word.lanewise(LSHR, 9).and(FRACTION_4).or(ONE).reinterpretAsFloats().fma(x7, s);
      s.intoMemorySegment(sums, to + 4L * o, LITTLE_ENDIAN);
    }
  }

  private static void addEight(
      MemorySegment codes, long at, float[] x, int k, MemorySegment sums, long to, int n) {
    FloatVector x0 = FloatVector.broadcast(FLOATS, x[k]);
    FloatVector x1 = FloatVector.broadcast(FLOATS, x[k + 1]);
    FloatVector x2 = FloatVector.broadcast(FLOATS, x[k + 2]);
    FloatVector x3 = FloatVector.broadcast(FLOATS, x[k + 3]);
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = IntVector.fromMemorySegment(INTS, codes, at + 4L * o, LITTLE_ENDIAN);
      FloatVector s = FloatVector.fromMemorySegment(FLOATS, sums, to + 4L * o, LITTLE_ENDIAN);
      s = word.lanewise(LSHL, 15).and(FRACTION_8).or(ONE).reinterpretAsFloats().fma(x0, s);
      s = word.lanewise(LSHL, 7).and(FRACTION_8).or(ONE).reinterpretAsFloats().fma(x1, s);
      s = word.lanewise(LSHR, 1).and(FRACTION_8).or(ONE).reinterpretAsFloats().fma(x2, s);
      s = word.lanewise(LSHR, 9).and(FRACTION_8).or(ONE).reinterpretAsFloats().fma(x3, s);
      s.intoMemorySegment(sums, to + 4L * o, LITTLE_ENDIAN);
    }
  }

  private static void unpackTwo(
      MemorySegment codes, long at, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = IntVector.fromMemorySegment(INTS, codes, at + 4L * o, LITTLE_ENDIAN);
      int to = from + o / STRIP * stripSize + o % STRIP;
      word.lanewise(LSHL, 21).and(FRACTION_2).or(ONE).reinterpretAsFloats().intoArray(into, to);
      word.lanewise(LSHL, 19)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + STRIP);
      word.lanewise(LSHL, 17)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 2 * STRIP);
      word.lanewise(LSHL, 15)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 3 * STRIP);
      word.lanewise(LSHL, 13)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 4 * STRIP);
      word.lanewise(LSHL, 11)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 5 * STRIP);
      word.lanewise(LSHL, 9)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 6 * STRIP);
      word.lanewise(LSHL, 7)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 7 * STRIP);
      word.lanewise(LSHL, 5)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 8 * STRIP);
      word.lanewise(LSHL, 3)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 9 * STRIP);
      word.lanewise(LSHL, 1)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 10 * STRIP);
      word.lanewise(LSHR, 1)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 11 * STRIP);
      word.lanewise(LSHR, 3)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 12 * STRIP);
      word.lanewise(LSHR, 5)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 13 * STRIP);
      word.lanewise(LSHR, 7)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 14 * STRIP);
      word.lanewise(LSHR, 9)
          .and(FRACTION_2)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 15 * STRIP);
    }
  }

  private static void unpackFour(
      MemorySegment codes, long at, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = IntVector.fromMemorySegment(INTS, codes, at + 4L * o, LITTLE_ENDIAN);
      int to = from + o / STRIP * stripSize + o % STRIP;
      word.lanewise(LSHL, 19).and(FRACTION_4).or(ONE).reinterpretAsFloats().intoArray(into, to);
      word.lanewise(LSHL, 15)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + STRIP);
      word.lanewise(LSHL, 11)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 2 * STRIP);
      word.lanewise(LSHL, 7)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 3 * STRIP);
      word.lanewise(LSHL, 3)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 4 * STRIP);
      word.lanewise(LSHR, 1)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 5 * STRIP);
      word.lanewise(LSHR, 5)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 6 * STRIP);
      word.lanewise(LSHR, 9)
          .and(FRACTION_4)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 7 * STRIP);
    }
  }

  private static void unpackEight(
      MemorySegment codes, long at, float[] into, int from, int stripSize, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      IntVector word = IntVector.fromMemorySegment(INTS, codes, at + 4L * o, LITTLE_ENDIAN);
      int to = from + o / STRIP * stripSize + o % STRIP;
      word.lanewise(LSHL, 15).and(FRACTION_8).or(ONE).reinterpretAsFloats().intoArray(into, to);
      word.lanewise(LSHL, 7)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + STRIP);
      word.lanewise(LSHR, 1)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 2 * STRIP);
      word.lanewise(LSHR, 9)
          .and(FRACTION_8)
          .or(ONE)
          .reinterpretAsFloats()
          .intoArray(into, to + 3 * STRIP);
    }
  }
}
