package io.mosskit.inference.cpu;

import jdk.incubator.vector.FloatVector;

/// Dot products in tiles of sixteen, from arrays. Each product has one accumulating vector: lane l
/// sums the elements l, l + lanes, l + 2 lanes and so on, then the lanes are folded. [DotRows] sums
/// in the same order straight from the weights, so that both give the same bits.
///
/// The vectors w are laid out in fours: the first vector's worth of each of the four, then the
/// second of each, and so on. `n` is a multiple of the number of lanes everywhere.
final class DotTile {

  /// How many vectors w lie together.
  static final int FOUR = 4;

  private DotTile() {}

  /// Where an element lies within a four.
  ///
  /// @param which of the four, 0 to 3
  /// @param k the index of the element, a multiple of the number of lanes
  static int at(int which, int k) {
    return FOUR * k + which * Lanes.COUNT;
  }

  /// The products of four vectors with a four.
  ///
  /// @param x the vectors, the first at `xFrom`, each `xStride` after the one before
  /// @param sums filled with 16 products: those of the first x first
  /// @param lanes scratch, 16 vectors long
  static void fourByFour(
      float[] x, int xFrom, int xStride, float[] w, int wFrom, int n, float[] sums, float[] lanes) {
    FloatVector s00 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s01 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s02 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s03 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s10 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s11 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s12 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s13 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s20 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s21 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s22 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s23 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s30 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s31 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s32 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s33 = FloatVector.zero(Lanes.FLOATS);
    int x1 = xFrom + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    for (int k = 0; k < n; k += Lanes.COUNT) {
      int at = wFrom + FOUR * k;
      FloatVector b0 = FloatVector.fromArray(Lanes.FLOATS, w, at);
      FloatVector b1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT);
      FloatVector b2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT);
      FloatVector b3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT);
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + k);
      s00 = a.fma(b0, s00);
      s01 = a.fma(b1, s01);
      s02 = a.fma(b2, s02);
      s03 = a.fma(b3, s03);
      a = FloatVector.fromArray(Lanes.FLOATS, x, x1 + k);
      s10 = a.fma(b0, s10);
      s11 = a.fma(b1, s11);
      s12 = a.fma(b2, s12);
      s13 = a.fma(b3, s13);
      a = FloatVector.fromArray(Lanes.FLOATS, x, x2 + k);
      s20 = a.fma(b0, s20);
      s21 = a.fma(b1, s21);
      s22 = a.fma(b2, s22);
      s23 = a.fma(b3, s23);
      a = FloatVector.fromArray(Lanes.FLOATS, x, x3 + k);
      s30 = a.fma(b0, s30);
      s31 = a.fma(b1, s31);
      s32 = a.fma(b2, s32);
      s33 = a.fma(b3, s33);
    }
    s00.intoArray(lanes, 0);
    s01.intoArray(lanes, Lanes.COUNT);
    s02.intoArray(lanes, 2 * Lanes.COUNT);
    s03.intoArray(lanes, 3 * Lanes.COUNT);
    s10.intoArray(lanes, 4 * Lanes.COUNT);
    s11.intoArray(lanes, 5 * Lanes.COUNT);
    s12.intoArray(lanes, 6 * Lanes.COUNT);
    s13.intoArray(lanes, 7 * Lanes.COUNT);
    s20.intoArray(lanes, 8 * Lanes.COUNT);
    s21.intoArray(lanes, 9 * Lanes.COUNT);
    s22.intoArray(lanes, 10 * Lanes.COUNT);
    s23.intoArray(lanes, 11 * Lanes.COUNT);
    s30.intoArray(lanes, 12 * Lanes.COUNT);
    s31.intoArray(lanes, 13 * Lanes.COUNT);
    s32.intoArray(lanes, 14 * Lanes.COUNT);
    s33.intoArray(lanes, 15 * Lanes.COUNT);
    Lanes.fold16(lanes, sums);
  }

  /// The products of one vector with four fours.
  ///
  /// @param wStride from one four to the next
  /// @param sums filled with the 16 products
  /// @param lanes scratch, 16 vectors long
  static void oneBySixteen(
      float[] x, int xFrom, float[] w, int wFrom, int wStride, int n, float[] sums, float[] lanes) {
    for (int four = 0; four < FOUR; four++) {
      oneByFour(x, xFrom, w, wFrom + four * wStride, n, lanes, four * FOUR * Lanes.COUNT);
    }
    Lanes.fold16(lanes, sums);
  }

  private static void oneByFour(
      float[] x, int xFrom, float[] w, int wFrom, int n, float[] lanes, int to) {
    FloatVector s0 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s1 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s2 = FloatVector.zero(Lanes.FLOATS);
    FloatVector s3 = FloatVector.zero(Lanes.FLOATS);
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + k);
      int at = wFrom + FOUR * k;
      FloatVector b0 = FloatVector.fromArray(Lanes.FLOATS, w, at);
      s0 = a.fma(b0, s0);
      FloatVector b1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT);
      s1 = a.fma(b1, s1);
      FloatVector b2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT);
      s2 = a.fma(b2, s2);
      FloatVector b3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT);
      s3 = a.fma(b3, s3);
    }
    s0.intoArray(lanes, to);
    s1.intoArray(lanes, to + Lanes.COUNT);
    s2.intoArray(lanes, to + 2 * Lanes.COUNT);
    s3.intoArray(lanes, to + 3 * Lanes.COUNT);
  }
}
