package io.mosskit.inference.cpu;

import static io.mosskit.inference.cpu.Lanes.FLOATS;
import static io.mosskit.inference.cpu.Lanes.INTS;

import io.mosskit.inference.checkpoint.ElementType;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;

/// What makes products with weights of products with codes, for one group of inputs and some
/// consecutive outputs: Σ x (c - zero) scale = 2ᵇ scale Σ x (1 + c / 2ᵇ) - (2ᵇ + zero) scale Σ x.
final class Group {

  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

  private static final VectorShuffle<Integer> WORDS_OF_2 = wordOfLane(2);
  private static final VectorShuffle<Integer> WORDS_OF_4 = wordOfLane(4);
  private static final VectorShuffle<Integer> WORDS_OF_8 = wordOfLane(8);

  /// 2ᵇ scale.
  private final float[] scales;

  /// -(2ᵇ + zero) scale.
  private final float[] shifts;

  /// The zeros as they are stored, some in a word, and room for a vector beyond the last.
  private final int[] words;

  /// A group of up to so many outputs.
  Group(int outputs) {
    scales = new float[outputs];
    shifts = new float[outputs];
    words = new int[outputs + Lanes.COUNT];
  }

  /// How many outputs it can hold.
  int capacity() {
    return scales.length;
  }

  private static VectorShuffle<Integer> wordOfLane(int bits) {
    return VectorShuffle.fromOp(INTS, lane -> lane * bits / Integer.SIZE);
  }

  /// Reads the scales and zeros of some outputs.
  ///
  /// @param scaleAt the byte of the first scale, a half
  /// @param zeroAt the byte of the word of the first zero; zeros are stored less one
  /// @param n how many outputs, a multiple of the number of lanes
  void read(int bits, MemorySegment halves, long scaleAt, MemorySegment zeros, long zeroAt, int n) {
    DotRows.unpack(ElementType.F16, halves, scaleAt, n, scales, 0);
    int codesPerWord = Integer.SIZE / bits;
    MemorySegment.copy(zeros, INT, zeroAt, words, 0, Math.ceilDiv(n, codesPerWord));
    switch (bits) {
      case 2 -> prepare(bits, WORDS_OF_2, n);
      case 4 -> prepare(bits, WORDS_OF_4, n);
      case 8 -> prepare(bits, WORDS_OF_8, n);
      default -> throw new IllegalArgumentException("codes of " + bits + " bits");
    }
  }

  private void prepare(int bits, VectorShuffle<Integer> wordOfLane, int n) {
    int range = 1 << bits;
    int codesPerWord = Integer.SIZE / bits;
    IntVector shiftOfLane =
        IntVector.zero(INTS).addIndex(bits).and(Integer.SIZE - 1); // bits times lane, in its word
    for (int o = 0; o < n; o += Lanes.COUNT) {
      FloatVector zero =
          (FloatVector)
              IntVector.fromArray(INTS, words, o / codesPerWord)
                  .rearrange(wordOfLane)
                  .lanewise(VectorOperators.LSHR, shiftOfLane.add(o % codesPerWord * bits))
                  .and(range - 1)
                  .add(range + 1)
                  .convert(VectorOperators.I2F, 0);
      FloatVector scale = FloatVector.fromArray(FLOATS, scales, o);
      scale.mul(range).intoArray(scales, o);
      zero.neg().mul(scale).intoArray(shifts, o);
    }
  }

  /// sums[o] = Σ x (c - zero) scale.
  ///
  /// @param sums Σ x (1 + c / 2ᵇ) for each output
  /// @param at the byte of the first
  /// @param inputSum Σ x
  void scale(MemorySegment sums, long at, float inputSum, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      FloatVector shift = FloatVector.fromArray(FLOATS, shifts, o).mul(inputSum);
      FloatVector.fromMemorySegment(FLOATS, sums, at + 4L * o, ByteOrder.LITTLE_ENDIAN)
          .fma(FloatVector.fromArray(FLOATS, scales, o), shift)
          .intoMemorySegment(sums, at + 4L * o, ByteOrder.LITTLE_ENDIAN);
    }
  }

  /// y[o] += Σ x (c - zero) scale.
  ///
  /// @param first which of the outputs comes first
  /// @param sums Σ x (1 + c / 2ᵇ) for each output
  /// @param inputSum Σ x
  void add(float[] sums, int from, float inputSum, float[] y, int yFrom, int first, int n) {
    for (int o = 0; o < n; o += Lanes.COUNT) {
      FloatVector shift = FloatVector.fromArray(FLOATS, shifts, first + o).mul(inputSum);
      FloatVector.fromArray(FLOATS, sums, from + o)
          .fma(FloatVector.fromArray(FLOATS, scales, first + o), shift)
          .add(FloatVector.fromArray(FLOATS, y, yFrom + o))
          .intoArray(y, yFrom + o);
    }
  }
}
