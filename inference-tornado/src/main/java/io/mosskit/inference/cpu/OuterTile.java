package io.mosskit.inference.cpu;

import jdk.incubator.vector.FloatVector;

/// Adds x · w to y, where the rows of w are consecutive inputs and its columns the outputs. Each
/// element of y is summed input by input, in one lane: no lanes are ever added to one another, and
/// an input of zero changes nothing.
final class OuterTile {

  /// How many rows of x [#rows] takes at once.
  static final int ROWS = 12;

  private OuterTile() {}

  /// y[r, c] += Σ x[r, k] w[k, c] for any number of rows.
  ///
  /// @param x [rows, n], each row `xStride` after the one before
  /// @param w [n, columns], each row `wStride` after the one before
  /// @param y [rows, columns], each row `yStride` after the one before
  /// @param columns a multiple of the number of lanes
  static void add(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int n,
      int columns) {
    int row = 0;
    int pairs = columns / (2 * Lanes.COUNT) * (2 * Lanes.COUNT);
    for (; row + ROWS <= rows; row += ROWS) {
      int xRow = xFrom + row * xStride;
      int yRow = yFrom + row * yStride;
      for (int column = 0; column < pairs; column += 2 * Lanes.COUNT) {
        twelveRows(x, xRow, xStride, w, wFrom + column, wStride, y, yRow + column, yStride, n);
      }
      for (int i = 0; i < ROWS; i++) {
        oneRow(
            x, xRow + i * xStride, w, wFrom, wStride, y, yRow + i * yStride, n, pairs, columns);
      }
    }
    for (; row < rows; row++) {
      oneRow(
          x,
          xFrom + row * xStride,
          w,
          wFrom,
          wStride,
          y,
          yFrom + row * yStride,
          n,
          0,
          columns);
    }
  }

  private static void oneRow(
      float[] x,
      int xRow,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int yRow,
      int n,
      int from,
      int to) {
    int column = from;
    for (; column + 4 * Lanes.COUNT <= to; column += 4 * Lanes.COUNT) {
      fourVectors(x, xRow, w, wFrom + column, wStride, y, yRow + column, n);
    }
    for (; column < to; column += Lanes.COUNT) {
      oneVector(x, xRow, w, wFrom + column, wStride, y, yRow + column, n);
    }
  }

  private static void oneVector(
      float[] x, int xRow, float[] w, int wFrom, int wStride, float[] y, int yRow, int n) {
    FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yRow);
    for (int k = 0; k < n; k++) {
      s = FloatVector.fromArray(Lanes.FLOATS, w, wFrom + k * wStride)
              .fma(Lanes.broadcast(x[xRow + k]), s);
    }
    s.intoArray(y, yRow);
  }

  private static void fourVectors(
      float[] x, int xRow, float[] w, int wFrom, int wStride, float[] y, int yRow, int n) {
    FloatVector s0 = FloatVector.fromArray(Lanes.FLOATS, y, yRow);
    FloatVector s1 = FloatVector.fromArray(Lanes.FLOATS, y, yRow + Lanes.COUNT);
    FloatVector s2 = FloatVector.fromArray(Lanes.FLOATS, y, yRow + 2 * Lanes.COUNT);
    FloatVector s3 = FloatVector.fromArray(Lanes.FLOATS, y, yRow + 3 * Lanes.COUNT);
    for (int k = 0; k < n; k++) {
      FloatVector a = Lanes.broadcast(x[xRow + k]);
      int at = wFrom + k * wStride;
      s0 = FloatVector.fromArray(Lanes.FLOATS, w, at).fma(a, s0);
      s1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT).fma(a, s1);
      s2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT).fma(a, s2);
      s3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT).fma(a, s3);
    }
    s0.intoArray(y, yRow);
    s1.intoArray(y, yRow + Lanes.COUNT);
    s2.intoArray(y, yRow + 2 * Lanes.COUNT);
    s3.intoArray(y, yRow + 3 * Lanes.COUNT);
  }

  private static void twelveRows(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int wStride,
      float[] y,
      int yFrom,
      int yStride,
      int n) {
    FloatVector s0a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom);
    FloatVector s0b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + Lanes.COUNT);
    FloatVector s1a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride);
    FloatVector s1b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + Lanes.COUNT);
    FloatVector s2a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride);
    FloatVector s2b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + Lanes.COUNT);
    FloatVector s3a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride);
    FloatVector s3b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + Lanes.COUNT);
    FloatVector s4a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride);
    FloatVector s4b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + Lanes.COUNT);
    FloatVector s5a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride);
    FloatVector s5b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + Lanes.COUNT);
    FloatVector s6a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 6 * yStride);
    FloatVector s6b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 6 * yStride + Lanes.COUNT);
    FloatVector s7a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 7 * yStride);
    FloatVector s7b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 7 * yStride + Lanes.COUNT);
    FloatVector s8a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 8 * yStride);
    FloatVector s8b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 8 * yStride + Lanes.COUNT);
    FloatVector s9a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 9 * yStride);
    FloatVector s9b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 9 * yStride + Lanes.COUNT);
    FloatVector s10a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 10 * yStride);
    FloatVector s10b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 10 * yStride + Lanes.COUNT);
    FloatVector s11a = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 11 * yStride);
    FloatVector s11b = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 11 * yStride + Lanes.COUNT);
    for (int k = 0; k < n; k++) {
      FloatVector wa = FloatVector.fromArray(Lanes.FLOATS, w, wFrom + k * wStride);
      FloatVector wb = FloatVector.fromArray(Lanes.FLOATS, w, wFrom + k * wStride + Lanes.COUNT);
      int at = xFrom + k;
      FloatVector a = Lanes.broadcast(x[at]);
      s0a = wa.fma(a, s0a);
      s0b = wb.fma(a, s0b);
      a = Lanes.broadcast(x[at + xStride]);
      s1a = wa.fma(a, s1a);
      s1b = wb.fma(a, s1b);
      a = Lanes.broadcast(x[at + 2 * xStride]);
      s2a = wa.fma(a, s2a);
      s2b = wb.fma(a, s2b);
      a = Lanes.broadcast(x[at + 3 * xStride]);
      s3a = wa.fma(a, s3a);
      s3b = wb.fma(a, s3b);
      a = Lanes.broadcast(x[at + 4 * xStride]);
      s4a = wa.fma(a, s4a);
      s4b = wb.fma(a, s4b);
      a = Lanes.broadcast(x[at + 5 * xStride]);
      s5a = wa.fma(a, s5a);
      s5b = wb.fma(a, s5b);
      a = Lanes.broadcast(x[at + 6 * xStride]);
      s6a = wa.fma(a, s6a);
      s6b = wb.fma(a, s6b);
      a = Lanes.broadcast(x[at + 7 * xStride]);
      s7a = wa.fma(a, s7a);
      s7b = wb.fma(a, s7b);
      a = Lanes.broadcast(x[at + 8 * xStride]);
      s8a = wa.fma(a, s8a);
      s8b = wb.fma(a, s8b);
      a = Lanes.broadcast(x[at + 9 * xStride]);
      s9a = wa.fma(a, s9a);
      s9b = wb.fma(a, s9b);
      a = Lanes.broadcast(x[at + 10 * xStride]);
      s10a = wa.fma(a, s10a);
      s10b = wb.fma(a, s10b);
      a = Lanes.broadcast(x[at + 11 * xStride]);
      s11a = wa.fma(a, s11a);
      s11b = wb.fma(a, s11b);
    }
    s0a.intoArray(y, yFrom);
    s0b.intoArray(y, yFrom + Lanes.COUNT);
    s1a.intoArray(y, yFrom + yStride);
    s1b.intoArray(y, yFrom + yStride + Lanes.COUNT);
    s2a.intoArray(y, yFrom + 2 * yStride);
    s2b.intoArray(y, yFrom + 2 * yStride + Lanes.COUNT);
    s3a.intoArray(y, yFrom + 3 * yStride);
    s3b.intoArray(y, yFrom + 3 * yStride + Lanes.COUNT);
    s4a.intoArray(y, yFrom + 4 * yStride);
    s4b.intoArray(y, yFrom + 4 * yStride + Lanes.COUNT);
    s5a.intoArray(y, yFrom + 5 * yStride);
    s5b.intoArray(y, yFrom + 5 * yStride + Lanes.COUNT);
    s6a.intoArray(y, yFrom + 6 * yStride);
    s6b.intoArray(y, yFrom + 6 * yStride + Lanes.COUNT);
    s7a.intoArray(y, yFrom + 7 * yStride);
    s7b.intoArray(y, yFrom + 7 * yStride + Lanes.COUNT);
    s8a.intoArray(y, yFrom + 8 * yStride);
    s8b.intoArray(y, yFrom + 8 * yStride + Lanes.COUNT);
    s9a.intoArray(y, yFrom + 9 * yStride);
    s9b.intoArray(y, yFrom + 9 * yStride + Lanes.COUNT);
    s10a.intoArray(y, yFrom + 10 * yStride);
    s10b.intoArray(y, yFrom + 10 * yStride + Lanes.COUNT);
    s11a.intoArray(y, yFrom + 11 * yStride);
    s11b.intoArray(y, yFrom + 11 * yStride + Lanes.COUNT);
  }
}
