package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.model.Projection;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A layer with weights as numbers, read where they are mapped.
///
/// Each product of a row of x with a row of W is summed in pieces of [#PIECE] inputs: lane by lane
/// within a piece, lane l the inputs l, l + lanes and so on, the lanes folded at its end, piece
/// after piece.
///
/// One row of x takes the weights straight from the file. Several share the weights of a block,
/// converted once into the cache. Both give the same bits.
final class DenseLinear implements Linear {

  /// A piece of one row is 4 KiB as floats: the rows of x of a tile fit a first-level cache.
  private static final int PIECE = 1024;

  private static final int OUTPUTS_A_TASK = 64;
  private static final int OUTPUTS_A_BLOCK = 128;
  private static final int PRODUCTS = DotTile.ROWS * DotTile.COLUMNS;

  /// How many tiles are folded together: their products are 48, which whole vectors hold.
  private static final int TILES = 2;

  private static final int COLUMNS = TILES * DotTile.COLUMNS;

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
    int stride = Lanes.padded(Math.min(PIECE, inputs)) + Lanes.COUNT;
    int columns = to - from;
    int whole = Math.ceilDiv(columns, COLUMNS) * COLUMNS;
    float[] panel = scratch.panel(whole * stride);
    for (int k = 0; k < inputs; k += PIECE) {
      int n = Math.min(PIECE, inputs - k);
      for (int column = 0; column < whole; column++) {
        int known = column < columns ? n : 0;
        long at = (from + column) * rowBytes + (long) k * type.bytes();
        DotRows.unpack(type, weights, at, known, panel, column * stride);
        Arrays.fill(panel, column * stride + known, (column + 1) * stride, 0);
      }
      multiply(x, xFrom + k, xStride, rows, panel, stride, n, y, yStride, from, columns, scratch);
    }
  }

  /// @param stride of the panel: were it a power of 2, its rows would share the cache's ways
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
    float[] products = scratch.tiles(TILES * PRODUCTS * Lanes.COUNT);
    for (int row = 0; row < rows; row += DotTile.ROWS) {
      int together = Math.min(DotTile.ROWS, rows - row);
      for (int column = 0; column < columns; column += COLUMNS) {
        for (int tile = 0; tile < TILES; tile++) {
          DotTile.multiply(
              x,
              xFrom + row * xStride,
              xStride,
              together,
              panel,
              (column + tile * DotTile.COLUMNS) * stride,
              stride,
              Lanes.padded(n),
              products,
              tile * PRODUCTS * Lanes.COUNT);
        }
        int width = Math.min(COLUMNS, columns - column);
        addTo(y, row * yStride + from + column, yStride, together, width, products);
      }
    }
  }

  private static void addTo(float[] y, int at, int yStride, int rows, int width, float[] products) {
    for (int product = 0; product < TILES * PRODUCTS; product += Lanes.COUNT) {
      Lanes.foldEach(products, product * Lanes.COUNT);
    }
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < width; column++) {
        int tile = column / DotTile.COLUMNS;
        int product = tile * PRODUCTS + row * DotTile.COLUMNS + column % DotTile.COLUMNS;
        y[at + row * yStride + column] +=
            products[(product & -Lanes.COUNT) * Lanes.COUNT + product % Lanes.COUNT];
      }
    }
  }
}
