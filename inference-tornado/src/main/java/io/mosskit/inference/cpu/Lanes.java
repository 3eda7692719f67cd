package io.mosskit.inference.cpu;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The vectors of this machine, and how the lanes of one are summed.
///
/// The Vector API leaves the order of a sum over lanes open, and takes another one before a method
/// is compiled than after. Here it is fixed: the upper half is added to the lower, until one lane
/// remains.
final class Lanes {

  static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;

  /// As many as there are floats, in half the bits.
  static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorShape.forBitSize(FLOATS.vectorBitSize() / 2));

  /// How many floats a vector holds; a power of two.
  static final int COUNT = FLOATS.length();

  private static final VectorMask<Float> UPPER_8 = lanesWith(8);
  private static final VectorMask<Float> UPPER_4 = lanesWith(4);
  private static final VectorMask<Float> UPPER_2 = lanesWith(2);
  private static final VectorMask<Float> UPPER_1 = lanesWith(1);
  private static final VectorShuffle<Float> SWAP_8 = swapping(8);
  private static final VectorShuffle<Float> SWAP_4 = swapping(4);
  private static final VectorShuffle<Float> SWAP_2 = swapping(2);
  private static final VectorShuffle<Float> SWAP_1 = swapping(1);

  private Lanes() {}

  private static VectorMask<Float> lanesWith(int bit) {
    return VectorMask.fromValues(FLOATS, lanes(bit));
  }

  private static boolean[] lanes(int bit) {
    boolean[] lanes = new boolean[COUNT];
    for (int lane = 0; lane < COUNT; lane++) {
      lanes[lane] = (lane & bit) != 0;
    }
    return lanes;
  }

  private static VectorShuffle<Float> swapping(int bit) {
    return VectorShuffle.fromOp(FLOATS, lane -> (lane ^ bit) % COUNT);
  }

  /// The next multiple of the number of lanes.
  static int padded(int n) {
    return (n + COUNT - 1) & -COUNT;
  }

  /// The sum of the lanes that lie in an array; they are overwritten.
  static float fold(float[] lanes, int from) {
    for (int half = COUNT / 2; half > 0; half /= 2) {
      for (int lane = 0; lane < half; lane++) {
        lanes[from + lane] += lanes[from + lane + half];
      }
    }
    return lanes[from];
  }

  /// The sum of consecutive numbers, lane by lane, the lanes folded at the end.
  ///
  /// @param lanes one vector, overwritten
  static float sum(float[] x, int from, int n, float[] lanes) {
    int whole = n & -COUNT;
    FloatVector sum = broadcast(0);
    for (int k = 0; k < whole; k += COUNT) {
      sum = sum.add(FloatVector.fromArray(FLOATS, x, from + k));
    }
    sum.intoArray(lanes, 0);
    for (int k = whole; k < n; k++) {
      lanes[k - whole] += x[from + k];
    }
    return fold(lanes, 0);
  }

  /// Sums the lanes of each of `COUNT` vectors that lie one after the other, in the order of
  /// [#fold]; the sums stand beside one another where the first vector was, the others are
  /// overwritten.
  static void foldEach(float[] vectors, int from) {
    if (COUNT > 8) {
      foldHalves(vectors, from, 8, UPPER_8, SWAP_8);
    }
    if (COUNT > 4) {
      foldHalves(vectors, from, 4, UPPER_4, SWAP_4);
    }
    if (COUNT > 2) {
      foldHalves(vectors, from, 2, UPPER_2, SWAP_2);
    }
    foldHalves(vectors, from, 1, UPPER_1, SWAP_1);
  }

  /// Folds each pair of vectors `half` apart to one: its lower halves those of the one, its upper
  /// halves those of the other.
  private static void foldHalves(
      float[] vectors, int from, int half, VectorMask<Float> upper, VectorShuffle<Float> swap) {
    for (int i = from; i < from + half * COUNT; i += COUNT) {
      FloatVector a = FloatVector.fromArray(FLOATS, vectors, i);
      FloatVector b = FloatVector.fromArray(FLOATS, vectors, i + half * COUNT);
      FloatVector lower = a.blend(b.rearrange(swap), upper);
      a.rearrange(swap).blend(b, upper).add(lower).intoArray(vectors, i);
    }
  }

  /// e^x, within 2 units in the last place for x from -86 to 88; what lies beyond is taken for the
  /// nearer end. Built of exactly rounded steps alone, so that it is the same bits compiled or not,
  /// which the Vector API's own exponential is not. The polynomial is that of Cephes (Moshier).
  static FloatVector exp(FloatVector x) {
    FloatVector bounded = x.max(-86f).min(88f);
    FloatVector shifted = bounded.fma(LOG2_E, ROUND);
    FloatVector n = shifted.sub(ROUND);
    FloatVector r = n.fma(broadcast(-LN2_HIGH), bounded);
    r = n.fma(broadcast(-LN2_LOW), r);
    FloatVector p = r.fma(broadcast(1.9875691e-4f), broadcast(1.3981999e-3f));
    p = p.fma(r, broadcast(8.333452e-3f));
    p = p.fma(r, broadcast(4.1665796e-2f));
    p = p.fma(r, broadcast(0.16666666f));
    p = p.fma(r, broadcast(0.5f));
    FloatVector e = p.fma(r.mul(r), r.add(1f));
    IntVector power = shifted.reinterpretAsInts().lanewise(VectorOperators.LSHL, 23);
    return e.reinterpretAsInts().add(power).reinterpretAsFloats();
  }

  private static final FloatVector LOG2_E = broadcast(1.442695f);

  /// 1.5 · 2²³: adding it rounds to a whole number, which then stands in the low bits.
  private static final FloatVector ROUND = broadcast(12_582_912f);

  private static final float LN2_HIGH = 0.6933594f;
  private static final float LN2_LOW = -2.12194440e-4f;

  static FloatVector broadcast(float value) {
    return FloatVector.broadcast(FLOATS, value);
  }
}
