package io.mosskit.inference.cpu;

import jdk.incubator.vector.FloatVector;

/// Adds x · w to y, where the rows of w are consecutive inputs and its columns the outputs. Each
/// element of the product is summed input by input, in one lane, and then added: no lanes are ever
/// added to one another, and an input of zero changes nothing.
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
  /// @param x [rows, n], each row `xStride` after the one before, each element `xStep`
  /// @param w [columns / STRIP, n or more, STRIP], each strip `stripSize` after the one before
  /// @param y [rows, columns], each row `yStride` after the one before
  /// @param columns a multiple of the number of lanes
  static void add(
      float[] x,
      int xFrom,
      int xStride,
      int xStep,
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
        sixRows(x, xFrom + row * xStride, xStride, xStep, w, strip, y, yRow, yStride, n);
      }
      for (int row = together; row < rows; row++) {
        int yRow = yFrom + row * yStride + column;
        oneRow(x, xFrom + row * xStride, xStep, w, strip, y, yRow, n, width);
      }
    }
  }

  private static void oneRow(
      float[] x, int xRow, int xStep, float[] w, int strip, float[] y, int yRow, int n, int width) {
    if (width == STRIP) {
      fourVectors(x, xRow, xStep, w, strip, y, yRow, n);
    } else {
      for (int column = 0; column < width; column += Lanes.COUNT) {
        oneVector(x, xRow, xStep, w, strip + column, y, yRow + column, n);
      }
    }
  }

  private static void oneVector(
      float[] x, int xRow, int xStep, float[] w, int wFrom, float[] y, int yRow, int n) {
    FloatVector s = Lanes.broadcast(0);
    for (int k = 0; k < n; k++) {
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[xRow + k * xStep]);
      s = FloatVector.fromArray(Lanes.FLOATS, w, wFrom + STRIP * k).fma(a, s);
    }
    FloatVector.fromArray(Lanes.FLOATS, y, yRow).add(s).intoArray(y, yRow);
  }

  private static void fourVectors(
      float[] x, int xRow, int xStep, float[] w, int wFrom, float[] y, int yRow, int n) {
    FloatVector s0 = Lanes.broadcast(0);
    FloatVector s1 = Lanes.broadcast(0);
    FloatVector s2 = Lanes.broadcast(0);
    FloatVector s3 = Lanes.broadcast(0);
    for (int k = 0; k < n; k++) {
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[xRow + k * xStep]);
      int at = wFrom + STRIP * k;
      s0 = FloatVector.fromArray(Lanes.FLOATS, w, at).fma(a, s0);
      s1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT).fma(a, s1);
      s2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT).fma(a, s2);
      s3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT).fma(a, s3);
    }
    FloatVector.fromArray(Lanes.FLOATS, y, yRow).add(s0).intoArray(y, yRow);
    FloatVector.fromArray(Lanes.FLOATS, y, yRow + Lanes.COUNT)
        .add(s1)
        .intoArray(y, yRow + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yRow + 2 * Lanes.COUNT)
        .add(s2)
        .intoArray(y, yRow + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yRow + 3 * Lanes.COUNT)
        .add(s3)
        .intoArray(y, yRow + 3 * Lanes.COUNT);
  }

  private static void sixRows(
      float[] x,
      int xFrom,
      int xStride,
      int xStep,
      float[] w,
      int wFrom,
      float[] y,
      int yFrom,
      int yStride,
      int n) {
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
    for (int k = 0; k < n; k++) {
      int at = wFrom + STRIP * k;
      int i = xStep * k;
      FloatVector w0 = FloatVector.fromArray(Lanes.FLOATS, w, at);
      FloatVector w1 = FloatVector.fromArray(Lanes.FLOATS, w, at + Lanes.COUNT);
      FloatVector w2 = FloatVector.fromArray(Lanes.FLOATS, w, at + 2 * Lanes.COUNT);
      FloatVector w3 = FloatVector.fromArray(Lanes.FLOATS, w, at + 3 * Lanes.COUNT);
      FloatVector a = FloatVector.broadcast(Lanes.FLOATS, x[xFrom + i]);
      s00 = w0.fma(a, s00);
      s01 = w1.fma(a, s01);
      s02 = w2.fma(a, s02);
      s03 = w3.fma(a, s03);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x1 + i]);
      s10 = w0.fma(a, s10);
      s11 = w1.fma(a, s11);
      s12 = w2.fma(a, s12);
      s13 = w3.fma(a, s13);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x2 + i]);
      s20 = w0.fma(a, s20);
      s21 = w1.fma(a, s21);
      s22 = w2.fma(a, s22);
      s23 = w3.fma(a, s23);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x3 + i]);
      s30 = w0.fma(a, s30);
      s31 = w1.fma(a, s31);
      s32 = w2.fma(a, s32);
      s33 = w3.fma(a, s33);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x4 + i]);
      s40 = w0.fma(a, s40);
      s41 = w1.fma(a, s41);
      s42 = w2.fma(a, s42);
      s43 = w3.fma(a, s43);
      a = FloatVector.broadcast(Lanes.FLOATS, x[x5 + i]);
      s50 = w0.fma(a, s50);
      s51 = w1.fma(a, s51);
      s52 = w2.fma(a, s52);
      s53 = w3.fma(a, s53);
    }
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom).add(s00).intoArray(y, yFrom);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + Lanes.COUNT)
        .add(s01)
        .intoArray(y, yFrom + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * Lanes.COUNT)
        .add(s02)
        .intoArray(y, yFrom + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * Lanes.COUNT)
        .add(s03)
        .intoArray(y, yFrom + 3 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride).add(s10).intoArray(y, yFrom + yStride);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + Lanes.COUNT)
        .add(s11)
        .intoArray(y, yFrom + yStride + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + 2 * Lanes.COUNT)
        .add(s12)
        .intoArray(y, yFrom + yStride + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + yStride + 3 * Lanes.COUNT)
        .add(s13)
        .intoArray(y, yFrom + yStride + 3 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride)
        .add(s20)
        .intoArray(y, yFrom + 2 * yStride);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + Lanes.COUNT)
        .add(s21)
        .intoArray(y, yFrom + 2 * yStride + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + 2 * Lanes.COUNT)
        .add(s22)
        .intoArray(y, yFrom + 2 * yStride + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 2 * yStride + 3 * Lanes.COUNT)
        .add(s23)
        .intoArray(y, yFrom + 2 * yStride + 3 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride)
        .add(s30)
        .intoArray(y, yFrom + 3 * yStride);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + Lanes.COUNT)
        .add(s31)
        .intoArray(y, yFrom + 3 * yStride + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + 2 * Lanes.COUNT)
        .add(s32)
        .intoArray(y, yFrom + 3 * yStride + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 3 * yStride + 3 * Lanes.COUNT)
        .add(s33)
        .intoArray(y, yFrom + 3 * yStride + 3 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride)
        .add(s40)
        .intoArray(y, yFrom + 4 * yStride);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + Lanes.COUNT)
        .add(s41)
        .intoArray(y, yFrom + 4 * yStride + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + 2 * Lanes.COUNT)
        .add(s42)
        .intoArray(y, yFrom + 4 * yStride + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 4 * yStride + 3 * Lanes.COUNT)
        .add(s43)
        .intoArray(y, yFrom + 4 * yStride + 3 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride)
        .add(s50)
        .intoArray(y, yFrom + 5 * yStride);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + Lanes.COUNT)
        .add(s51)
        .intoArray(y, yFrom + 5 * yStride + Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + 2 * Lanes.COUNT)
        .add(s52)
        .intoArray(y, yFrom + 5 * yStride + 2 * Lanes.COUNT);
    FloatVector.fromArray(Lanes.FLOATS, y, yFrom + 5 * yStride + 3 * Lanes.COUNT)
        .add(s53)
        .intoArray(y, yFrom + 5 * yStride + 3 * Lanes.COUNT);
  }
}
