package io.mosskit.inference.cpu;

import jdk.incubator.vector.FloatVector;

/// Adds x · w to y, where the rows of w are consecutive inputs and its columns the outputs. Each
/// element of y is summed input by input, in one lane: no lanes are ever added to one another, and
/// an input of zero changes nothing.
///
/// The columns of w are laid out in strips of [#STRIP]: all rows of the first, then all of the
/// second.
final class OuterTile {

  /// How many rows of x are taken at once.
  static final int ROWS = 6;

  /// How many columns lie together.
  static final int STRIP = 4 * Lanes.COUNT;

  private OuterTile() {}

  /// y[r, c] += Σ x[r, k] w[k, c] for any number of rows.
  ///
  /// @param x [rows, n], each row `xStride` after the one before
  /// @param w [columns / STRIP, n or more, STRIP], each strip `stripSize` after the one before
  /// @param y [rows, columns], each row `yStride` after the one before
  /// @param columns a multiple of the number of lanes
  static void add(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      int stripSize,
      float[] y,
      int yFrom,
      int yStride,
      int rows,
      int n,
      int columns) {
    for (int column = 0; column < columns; column += STRIP) {
      int strip = wFrom + column / STRIP * stripSize;
      int width = Math.min(STRIP, columns - column);
      int together = width == STRIP ? rows / ROWS * ROWS : 0;
      for (int row = 0; row < together; row += ROWS) {
        int yRow = yFrom + row * yStride + column;
        sixRows(x, xFrom + row * xStride, xStride, w, strip, y, yRow, yStride, n);
      }
      for (int row = together; row < rows; row++) {
        int yRow = yFrom + row * yStride + column;
        oneRow(x, xFrom + row * xStride, w, strip, y, yRow, n, width);
      }
    }
  }

  private static void oneRow(
      float[] x, int xRow, float[] w, int strip, float[] y, int yRow, int n, int width) {
    if (width == STRIP) {
      fourVectors(x, xRow, w, strip, y, yRow, n);
    } else {
      for (int column = 0; column < width; column += Lanes.COUNT) {
        oneVector(x, xRow, w, strip + column, y, yRow + column, n);
      }
    }
  }

  private static void oneVector(
      float[] x, int xRow, float[] w, int wFrom, float[] y, int yRow, int n) {
    FloatVector s = FloatVector.fromArray(Lanes.FLOATS, y, yRow);
    for (int k = 0; k < n; k++) {
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[xRow + k]);
      s = FloatVector.fromArray(Lanes.FLOATS, w, wFrom + STRIP * k).fma(a, s);
    }
    s.intoArray(y, yRow);
  }

  private static void fourVectors(
      float[] x, int xRow, float[] w, int wFrom, float[] y, int yRow, int n) {
    FloatVector s0 = FloatVector.fromArray(Lanes.FLOATS, y, yRow);
    FloatVector s1 = FloatVector.fromArray(Lanes.FLOATS, y, yRow + Lanes.COUNT);
    FloatVector s2 = FloatVector.fromArray(Lanes.FLOATS, y, yRow + 2 * Lanes.COUNT);
    FloatVector s3 = FloatVector.fromArray(Lanes.FLOATS, y, yRow + 3 * Lanes.COUNT);
    for (int k = 0; k < n; k++) {
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[xRow + k]);
      int at = wFrom + STRIP * k;
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

  private static void sixRows(
      float[] x,
      int xFrom,
      int xStride,
      float[] w,
      int wFrom,
      float[] y,
      int yFrom,
      int yStride,
      int n) {
    FloatVector s00 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom);
    FloatVector s01 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + Lanes.COUNT);
    FloatVector s02 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * Lanes.COUNT);
    FloatVector s03 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * Lanes.COUNT);
    FloatVector s10 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride);
    FloatVector s11 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + Lanes.COUNT);
    FloatVector s12 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + 2 * Lanes.COUNT);
    FloatVector s13 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + 3 * Lanes.COUNT);
    FloatVector s20 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride);
    FloatVector s21 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + Lanes.COUNT);
    FloatVector s22 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + 2 * Lanes.COUNT);
    FloatVector s23 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + 3 * Lanes.COUNT);
    FloatVector s30 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride);
    FloatVector s31 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + Lanes.COUNT);
    FloatVector s32 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + 2 * Lanes.COUNT);
    FloatVector s33 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + 3 * Lanes.COUNT);
    FloatVector s40 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride);
    FloatVector s41 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + Lanes.COUNT);
    FloatVector s42 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + 2 * Lanes.COUNT);
    FloatVector s43 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + 3 * Lanes.COUNT);
    FloatVector s50 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride);
    FloatVector s51 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + Lanes.COUNT);
    FloatVector s52 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + 2 * Lanes.COUNT);
    FloatVector s53 = FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + 3 * Lanes.COUNT);
    int x1 = xFrom + xStride;
    int x2 = x1 + xStride;
    int x3 = x2 + xStride;
    int x4 = x3 + xStride;
    int x5 = x4 + xStride;
    for (int k = 0; k < n; k++) {
      int at = wFrom + STRIP * k;
      FloatVector w0 = FloatVector.fromArray(Lanes.FLOATS, w, at);
      FloatVector w1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT);
      FloatVector w2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT);
      FloatVector w3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT);
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[xFrom + k]);
      s00 = w0.fma(a, s00);
      s01 = w1.fma(a, s01);
      s02 = w2.fma(a, s02);
      s03 = w3.fma(a, s03);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x1 + k]);
      s10 = w0.fma(a, s10);
      s11 = w1.fma(a, s11);
      s12 = w2.fma(a, s12);
      s13 = w3.fma(a, s13);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x2 + k]);
      s20 = w0.fma(a, s20);
      s21 = w1.fma(a, s21);
      s22 = w2.fma(a, s22);
      s23 = w3.fma(a, s23);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x3 + k]);
      s30 = w0.fma(a, s30);
      s31 = w1.fma(a, s31);
      s32 = w2.fma(a, s32);
      s33 = w3.fma(a, s33);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x4 + k]);
      s40 = w0.fma(a, s40);
      s41 = w1.fma(a, s41);
      s42 = w2.fma(a, s42);
      s43 = w3.fma(a, s43);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x5 + k]);
      s50 = w0.fma(a, s50);
      s51 = w1.fma(a, s51);
      s52 = w2.fma(a, s52);
      s53 = w3.fma(a, s53);
    }
    s00.intoArray(y, yFrom);
    s01.intoArray(y, yFrom + Lanes.COUNT);
    s02.intoArray(y, yFrom + 2 * Lanes.COUNT);
    s03.intoArray(y, yFrom + 3 * Lanes.COUNT);
    s10.intoArray(y, yFrom + yStride);
    s11.intoArray(y, yFrom + yStride + Lanes.COUNT);
    s12.intoArray(y, yFrom + yStride + 2 * Lanes.COUNT);
    s13.intoArray(y, yFrom + yStride + 3 * Lanes.COUNT);
    s20.intoArray(y, yFrom + 2 * yStride);
    s21.intoArray(y, yFrom + 2 * yStride + Lanes.COUNT);
    s22.intoArray(y, yFrom + 2 * yStride + 2 * Lanes.COUNT);
    s23.intoArray(y, yFrom + 2 * yStride + 3 * Lanes.COUNT);
    s30.intoArray(y, yFrom + 3 * yStride);
    s31.intoArray(y, yFrom + 3 * yStride + Lanes.COUNT);
    s32.intoArray(y, yFrom + 3 * yStride + 2 * Lanes.COUNT);
    s33.intoArray(y, yFrom + 3 * yStride + 3 * Lanes.COUNT);
    s40.intoArray(y, yFrom + 4 * yStride);
    s41.intoArray(y, yFrom + 4 * yStride + Lanes.COUNT);
    s42.intoArray(y, yFrom + 4 * yStride + 2 * Lanes.COUNT);
    s43.intoArray(y, yFrom + 4 * yStride + 3 * Lanes.COUNT);
    s50.intoArray(y, yFrom + 5 * yStride);
    s51.intoArray(y, yFrom + 5 * yStride + Lanes.COUNT);
    s52.intoArray(y, yFrom + 5 * yStride + 2 * Lanes.COUNT);
    s53.intoArray(y, yFrom + 5 * yStride + 3 * Lanes.COUNT);
  }
}
