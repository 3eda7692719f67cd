package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.model.Projection;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A layer with weights as numbers, read where they are mapped.
///
/// Each product of a row of x with a row of W is summed in pieces of [#PIECE] inputs: lane by lane
/// within a piece, the lanes folded at its end, piece after piece. One row of x takes the weights
/// straight from the file; several share the weights of a block, converted once, which stay in the
/// cache.
final class DenseLinear implements Linear {

  /// A piece of one row is 4 KiB as floats: four rows of x and four of W fit a first-level cache.
  private static final int PIECE = 1024;

  private static final int FOUR = DotTile.FOUR;
  private static final int OUTPUTS_A_TASK = 64;
  private static final int OUTPUTS_A_BLOCK = 96;

  private final ElementType type;
  private final MemorySegment weights;
  private final int inputs;
  private final int outputs;
  private final long rowBytes;
  private final float @Nullable [] bias;

  DenseLinear(Projection.Dense dense) {
    type = dense.weight().type();
    weights = dense.weight().data();
    inputs = dense.inputs();
    outputs = dense.outputs();
    rowBytes = (long) inputs * type.bytes();
    bias = dense.bias() == null ? null : Numbers.floats(dense.bias());
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int grain(int rows) {
    return rows == 1 ? OUTPUTS_A_TASK : OUTPUTS_A_BLOCK;
  }

  @Override
  public void apply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] y,
      int yStride,
      int from,
      int to,
      Scratch scratch) {
    for (int row = 0; row < rows; row++) {
      Arrays.fill(y, row * yStride + from, row * yStride + to, 0);
    }
    if (rows == 1 && outputs >= 4) {
      one(x, xFrom, y, from, to, scratch);
    } else {
      many(x, xFrom, xStride, rows, y, yStride, from, to, scratch);
    }
    addBias(rows, y, yStride, from, to);
  }

  private void addBias(int rows, float[] y, int yStride, int from, int to) {
    if (bias != null) {
      for (int row = 0; row < rows; row++) {
        for (int o = from; o < to; o++) {
          y[row * yStride + o] += bias[o];
        }
      }
    }
  }

  private void one(float[] x, int xFrom, float[] y, int from, int to, Scratch scratch) {
    float[] lanes = scratch.lanes;
    for (int o = from; o < to; o += 4) {
      int first = Math.min(o, outputs - 4);
      long at = first * rowBytes;
      for (int k = 0; k < inputs; k += PIECE) {
        int n = Math.min(PIECE, inputs - k);
        DotRows.four(type, weights, at + (long) k * type.bytes(), rowBytes, x, xFrom + k, n, lanes);
        for (int output = o; output < Math.min(o + 4, to); output++) {
          y[output] += Lanes.fold(lanes, (output - first) * Lanes.COUNT);
        }
      }
    }
  }

  private void many(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] y,
      int yStride,
      int from,
      int to,
      Scratch scratch) {
    int columns = to - from;
    int stride = Math.min(PIECE, Lanes.padded(inputs));
    float[] panel = scratch.panel(((columns + 15) & -16) * stride);
    for (int k = 0; k < inputs; k += PIECE) {
      int n = Math.min(PIECE, inputs - k);
      int padded = Lanes.padded(n);
      for (int column = 0; column < columns; column++) {
        long at = (from + column) * rowBytes + (long) k * type.bytes();
        unpack(at, n, panel, column / FOUR * FOUR * stride, column % FOUR);
      }
      multiply(
          x, xFrom + k, xStride, rows, panel, stride, padded, y, yStride, from, columns, scratch);
    }
  }

  /// Converts a piece of a row into its place in a four.
  private void unpack(long at, int n, float[] panel, int four, int which) {
    int whole = n & -Lanes.COUNT;
    int spacing = FOUR * Lanes.COUNT;
    int to = four + DotTile.at(which, 0);
    DotRows.unpack(type, weights, at, whole, panel, to, spacing);
    if (whole < n) {
      int last = four + DotTile.at(which, whole);
      Arrays.fill(panel, last, last + Lanes.COUNT, 0);
      for (int k = whole; k < n; k++) {
        panel[last + k - whole] = Numbers.at(type, weights, at + (long) k * type.bytes());
      }
    }
  }

  private static void multiply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] panel,
      int stride,
      int n,
      float[] y,
      int yStride,
      int from,
      int columns,
      Scratch scratch) {
    float[] tile = scratch.tile;
    int row = 0;
    for (; row + FOUR <= rows; row += FOUR) {
      int xRow = xFrom + row * xStride;
      for (int column = 0; column < columns; column += FOUR) {
        DotTile.fourByFour(x, xRow, xStride, panel, column * stride, n, tile, scratch.lanes);
        int width = Math.min(FOUR, columns - column);
        for (int i = 0; i < FOUR; i++) {
          addTo(y, (row + i) * yStride + from + column, tile, FOUR * i, width);
        }
      }
    }
    for (; row < rows; row++) {
      for (int column = 0; column < columns; column += 16) {
        DotTile.oneBySixteen(
            x,
            xFrom + row * xStride,
            panel,
            column * stride,
            FOUR * stride,
            n,
            tile,
            scratch.lanes);
        addTo(y, row * yStride + from + column, tile, 0, Math.min(16, columns - column));
      }
    }
  }

  private static void addTo(float[] y, int at, float[] tile, int from, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] += tile[from + i];
    }
  }
}
