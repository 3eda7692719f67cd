package io.mosskit.inference.cpu;

import jdk.incubator.vector.FloatVector;

/// Dot products in tiles of sixteen, from arrays. Each product has one accumulating vector: lane l
/// sums the elements l, l + lanes, l + 2 lanes and so on, then the lanes are folded. [DotRows] sums
/// in the same order straight from the weights, so that both give the same bits.
///
/// `n` is a multiple of the number of lanes everywhere.
final class DotTile {

  private DotTile() {}

  /// The products of four vectors with four others.
  ///
  /// @param x the four, the first at `xFrom`, each `xStride` after the one before
  /// @param w the others likewise
  /// @param sums filled with 16 products: those of the first x first
  static void fourByFour(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      int n,
      float[] sums,
      float[] scratch) {
    FloatVector s00 = Lanes.broadcast(0);
    FloatVector s01 = Lanes.broadcast(0);
    FloatVector s02 = Lanes.broadcast(0);
    FloatVector s03 = Lanes.broadcast(0);
    FloatVector s10 = Lanes.broadcast(0);
    FloatVector s11 = Lanes.broadcast(0);
    FloatVector s12 = Lanes.broadcast(0);
    FloatVector s13 = Lanes.broadcast(0);
    FloatVector s20 = Lanes.broadcast(0);
    FloatVector s21 = Lanes.broadcast(0);
    FloatVector s22 = Lanes.broadcast(0);
    FloatVector s23 = Lanes.broadcast(0);
    FloatVector s30 = Lanes.broadcast(0);
    FloatVector s31 = Lanes.broadcast(0);
    FloatVector s32 = Lanes.broadcast(0);
    FloatVector s33 = Lanes.broadcast(0);
    int x1 = xFrom + xStride;
    int w1 = wFrom + wStride;
    int x2 = xFrom + 2 * xStride;
    int w2 = wFrom + 2 * wStride;
    int x3 = xFrom + 3 * xStride;
    int w3 = wFrom + 3 * wStride;
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector b0 = FloatVector.fromArray(Lanes.FLOATS, w, wFrom + k);
      FloatVector b1 = FloatVector.fromArray(Lanes.FLOATS, w, w1 + k);
      FloatVector b2 = FloatVector.fromArray(Lanes.FLOATS, w, w2 + k);
      FloatVector b3 = FloatVector.fromArray(Lanes.FLOATS, w, w3 + k);
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
    Lanes.fold16(
        s00, s01, s02, s03, s10, s11, s12, s13, s20, s21, s22, s23, s30, s31, s32, s33, sums, scratch);
  }

  /// The products of one vector with sixteen others.
  ///
  /// @param w the sixteen, the first at `wFrom`, each `wStride` after the one before
  /// @param sums filled with the 16 products
  static void oneBySixteen(
      float[] x,
      int xFrom,
      float[] w,
      int wFrom,
      int wStride,
      int n,
      float[] sums,
      float[] scratch) {
    FloatVector s0 = Lanes.broadcast(0);
    FloatVector s1 = Lanes.broadcast(0);
    FloatVector s2 = Lanes.broadcast(0);
    FloatVector s3 = Lanes.broadcast(0);
    FloatVector s4 = Lanes.broadcast(0);
    FloatVector s5 = Lanes.broadcast(0);
    FloatVector s6 = Lanes.broadcast(0);
    FloatVector s7 = Lanes.broadcast(0);
    FloatVector s8 = Lanes.broadcast(0);
    FloatVector s9 = Lanes.broadcast(0);
    FloatVector s10 = Lanes.broadcast(0);
    FloatVector s11 = Lanes.broadcast(0);
    FloatVector s12 = Lanes.broadcast(0);
    FloatVector s13 = Lanes.broadcast(0);
    FloatVector s14 = Lanes.broadcast(0);
    FloatVector s15 = Lanes.broadcast(0);
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + k);
      int at = wFrom + k;
      s0 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at), s0);
      s1 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + wStride), s1);
      s2 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * wStride), s2);
      s3 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * wStride), s3);
      s4 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 4 * wStride), s4);
      s5 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 5 * wStride), s5);
      s6 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 6 * wStride), s6);
      s7 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 7 * wStride), s7);
      s8 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 8 * wStride), s8);
      s9 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 9 * wStride), s9);
      s10 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 10 * wStride), s10);
      s11 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 11 * wStride), s11);
      s12 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 12 * wStride), s12);
      s13 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 13 * wStride), s13);
      s14 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 14 * wStride), s14);
      s15 = a.fma(FloatVector.fromArray(Lanes.FLOATS, w, at + 15 * wStride), s15);
    }
    Lanes.fold16(
        s0, s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, s15, sums, scratch);
  }
}
