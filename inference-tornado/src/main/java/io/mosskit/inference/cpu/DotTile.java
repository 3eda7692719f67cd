package io.mosskit.inference.cpu;

import static io.mosskit.inference.cpu.Lanes.FLOATS;

import jdk.incubator.vector.FloatVector;

/// Rows of x times rows of w, lane by lane: lane l of a product sums the elements l, l + lanes, …
/// of both. The elements stand in the order of memory on either side, so that nothing is laid out
/// anew; what it takes is a fold of each product at the end, and [Lanes#foldEach] does as many at
/// once as a vector has lanes.
final class DotTile {

  /// How many rows of x are taken at once.
  static final int ROWS = 6;

  /// How many rows of w.
  static final int COLUMNS = 4;

  private DotTile() {}

  /// Multiplies up to [#ROWS] rows of x with [#COLUMNS] rows of w.
  ///
  /// @param x [rows, n], each row `xStride` after the one before
  /// @param w [COLUMNS, n], each row `wStride` after the one before
  /// @param n a multiple of the number of lanes
  /// @param lanes filled with [rows, COLUMNS] vectors from `to` on
  static void multiply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] w,
      int wFrom,
      int wStride,
      int n,
      float[] lanes,
      int to) {
    if (rows == ROWS) {
      sixRows(x, xFrom, xStride, w, wFrom, wStride, n, lanes, to);
    } else {
      for (int row = 0; row < rows; row++) {
        int rowTo = to + row * COLUMNS * Lanes.COUNT;
        oneRow(x, xFrom + row * xStride, w, wFrom, wStride, n, lanes, rowTo);
      }
    }
  }

  private static void oneRow(
      float[] x, int xFrom, float[] w, int wFrom, int wStride, int n, float[] lanes, int to) {
    FloatVector s0 = Lanes.broadcast(0);
    FloatVector s1 = Lanes.broadcast(0);
    FloatVector s2 = Lanes.broadcast(0);
    FloatVector s3 = Lanes.broadcast(0);
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector a = FloatVector.fromArray(FLOATS, x, xFrom + k);
      int at = wFrom + k;
      s0 = FloatVector.fromArray(FLOATS, w, at).fma(a, s0);
      s1 = FloatVector.fromArray(FLOATS, w, at + wStride).fma(a, s1);
      s2 = FloatVector.fromArray(FLOATS, w, at + 2 * wStride).fma(a, s2);
      s3 = FloatVector.fromArray(FLOATS, w, at + 3 * wStride).fma(a, s3);
    }
    s0.intoArray(lanes, to);
    s1.intoArray(lanes, to + Lanes.COUNT);
    s2.intoArray(lanes, to + 2 * Lanes.COUNT);
    s3.intoArray(lanes, to + 3 * Lanes.COUNT);
  }

  private static void sixRows(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      int n,
      float[] lanes,
      int to) {
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
    FloatVector s40 = Lanes.broadcast(0);
    FloatVector s41 = Lanes.broadcast(0);
    FloatVector s42 = Lanes.broadcast(0);
    FloatVector s43 = Lanes.broadcast(0);
    FloatVector s50 = Lanes.broadcast(0);
    FloatVector s51 = Lanes.broadcast(0);
    FloatVector s52 = Lanes.broadcast(0);
    FloatVector s53 = Lanes.broadcast(0);
    int x1 = xFrom + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    int x4 = x3 + xStride;
    int x5 = x4 + xStride;
    int w1 = wFrom + wStride;
    int w2 = w1 + wStride;
    int w3 = w2 + wStride;
    for (int k = 0; k < n; k += Lanes.COUNT) {
      FloatVector b0 = FloatVector.fromArray(FLOATS, w, wFrom + k);
      FloatVector b1 = FloatVector.fromArray(FLOATS, w, w1 + k);
      FloatVector b2 = FloatVector.fromArray(FLOATS, w, w2 + k);
      FloatVector b3 = FloatVector.fromArray(FLOATS, w, w3 + k);
      FloatVector a = FloatVector.fromArray(FLOATS, x, xFrom + k);
      s00 = b0.fma(a, s00);
      s01 = b1.fma(a, s01);
      s02 = b2.fma(a, s02);
      s03 = b3.fma(a, s03);
      a = FloatVector.fromArray(FLOATS, x, x1 + k);
      s10 = b0.fma(a, s10);
      s11 = b1.fma(a, s11);
      s12 = b2.fma(a, s12);
      s13 = b3.fma(a, s13);
      a = FloatVector.fromArray(FLOATS, x, x2 + k);
      s20 = b0.fma(a, s20);
      s21 = b1.fma(a, s21);
      s22 = b2.fma(a, s22);
      s23 = b3.fma(a, s23);
      a = FloatVector.fromArray(FLOATS, x, x3 + k);
      s30 = b0.fma(a, s30);
      s31 = b1.fma(a, s31);
      s32 = b2.fma(a, s32);
      s33 = b3.fma(a, s33);
      a = FloatVector.fromArray(FLOATS, x, x4 + k);
      s40 = b0.fma(a, s40);
      s41 = b1.fma(a, s41);
      s42 = b2.fma(a, s42);
      s43 = b3.fma(a, s43);
      a = FloatVector.fromArray(FLOATS, x, x5 + k);
      s50 = b0.fma(a, s50);
      s51 = b1.fma(a, s51);
      s52 = b2.fma(a, s52);
      s53 = b3.fma(a, s53);
    }
    s00.intoArray(lanes, to);
    s01.intoArray(lanes, to + Lanes.COUNT);
    s02.intoArray(lanes, to + 2 * Lanes.COUNT);
    s03.intoArray(lanes, to + 3 * Lanes.COUNT);
    s10.intoArray(lanes, to + 4 * Lanes.COUNT);
    s11.intoArray(lanes, to + 5 * Lanes.COUNT);
    s12.intoArray(lanes, to + 6 * Lanes.COUNT);
    s13.intoArray(lanes, to + 7 * Lanes.COUNT);
    s20.intoArray(lanes, to + 8 * Lanes.COUNT);
    s21.intoArray(lanes, to + 9 * Lanes.COUNT);
    s22.intoArray(lanes, to + 10 * Lanes.COUNT);
    s23.intoArray(lanes, to + 11 * Lanes.COUNT);
    s30.intoArray(lanes, to + 12 * Lanes.COUNT);
    s31.intoArray(lanes, to + 13 * Lanes.COUNT);
    s32.intoArray(lanes, to + 14 * Lanes.COUNT);
    s33.intoArray(lanes, to + 15 * Lanes.COUNT);
    s40.intoArray(lanes, to + 16 * Lanes.COUNT);
    s41.intoArray(lanes, to + 17 * Lanes.COUNT);
    s42.intoArray(lanes, to + 18 * Lanes.COUNT);
    s43.intoArray(lanes, to + 19 * Lanes.COUNT);
    s50.intoArray(lanes, to + 20 * Lanes.COUNT);
    s51.intoArray(lanes, to + 21 * Lanes.COUNT);
    s52.intoArray(lanes, to + 22 * Lanes.COUNT);
    s53.intoArray(lanes, to + 23 * Lanes.COUNT);
  }
}
