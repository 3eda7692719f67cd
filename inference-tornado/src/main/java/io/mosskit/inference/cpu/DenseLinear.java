package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.model.Projection;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/// A layer with weights as numbers, read where they are mapped.
///
/// Each product of a row of x with a row of W is summed in pieces of [#PIECE] inputs: lane by lane
/// within a piece, lane l the inputs l, l + lanes and so on, the lanes folded at its end, piece
/// after piece.
///
/// One row of x takes the weights straight from the file, a vector of them for a vector of x.
/// Several share the weights of a block, converted once and transposed, which stay in the cache:
/// there the outputs stand beside one another in a vector, and each lane of the sums above is an
/// array of its own, so that folding them is adding vectors and no lanes of a vector meet. Both
/// give the same bits.
final class DenseLinear implements Linear {

  /// A piece of one row is 4 KiB as floats: the rows of x of a tile fit a first-level cache.
  private static final int PIECE = 1024;

  private static final int OUTPUTS_A_TASK = 64;
  private static final int OUTPUTS_A_BLOCK = 2 * OuterTile.STRIP;
  private static final int TILE = OuterTile.ROWS * OuterTile.STRIP;

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
    int strips = Math.ceilDiv(columns, OuterTile.STRIP);
    for (int k = 0; k < inputs; k += PIECE) {
      int n = Math.min(PIECE, inputs - k);
      int stripSize = Lanes.padded(n) * OuterTile.STRIP;
      float[] panel = scratch.panel(strips * stripSize);
      for (int column = 0; column < strips * OuterTile.STRIP; column += Lanes.COUNT) {
        int at = column / OuterTile.STRIP * stripSize + column % OuterTile.STRIP;
        transpose(from + column, columns - column, k, n, panel, at, scratch);
      }
      multiply(x, xFrom + k, xStride, rows, panel, stripSize, y, yStride, from, columns, scratch);
    }
  }

  /// Puts a piece of a vector's worth of outputs into a strip: for each lane its inputs, for each
  /// input the outputs.
  ///
  /// @param count how many outputs there are; the others are zeros
  private void transpose(
      int output, int count, int k, int n, float[] panel, int to, Scratch scratch) {
    int stride = Lanes.padded(n) + Lanes.COUNT; // no power of 2, or all rows share the cache's ways
    int steps = Lanes.padded(n) / Lanes.COUNT;
    float[] rows = scratch.rows(Lanes.COUNT * stride);
    for (int row = 0; row < Lanes.COUNT; row++) {
      int known = row < count ? n : 0;
      long at = (output + row) * rowBytes + (long) k * type.bytes();
      DotRows.unpack(type, weights, at, known, rows, row * stride);
      Arrays.fill(rows, row * stride + known, (row + 1) * stride, 0);
    }
    for (int step = 0; step < steps; step++) {
      Lanes.transpose(rows, step * Lanes.COUNT, stride);
      for (int lane = 0; lane < Lanes.COUNT; lane++) {
        FloatVector.fromArray(Lanes.FLOATS, rows, lane * stride + step * Lanes.COUNT)
            .intoArray(panel, to + (lane * steps + step) * OuterTile.STRIP);
      }
    }
  }

  private static void multiply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      float[] panel,
      int stripSize,
      float[] y,
      int yStride,
      int from,
      int columns,
      Scratch scratch) {
    int laneSize = stripSize / Lanes.COUNT;
    int steps = laneSize / OuterTile.STRIP;
    float[] tiles = scratch.tiles(Lanes.COUNT * TILE);
    for (int column = 0; column < columns; column += OuterTile.STRIP) {
      int strip = column / OuterTile.STRIP * stripSize;
      int width = Math.min(OuterTile.STRIP, columns - column);
      for (int row = 0; row < rows; row += OuterTile.ROWS) {
        int together = Math.min(OuterTile.ROWS, rows - row);
        Arrays.fill(tiles, 0, Lanes.COUNT * TILE, 0);
        for (int lane = 0; lane < Lanes.COUNT; lane++) {
          OuterTile.add(
              x,
              xFrom + row * xStride + lane,
              xStride,
              Lanes.COUNT,
              panel,
              strip + lane * laneSize,
              laneSize,
              tiles,
              lane * TILE,
              OuterTile.STRIP,
              together,
              steps,
              OuterTile.STRIP);
        }
        Lanes.foldArrays(tiles, TILE);
        for (int i = 0; i < together; i++) {
          addTo(y, (row + i) * yStride + from + column, tiles, i * OuterTile.STRIP, width);
        }
      }
    }
  }

  private static void addTo(float[] y, int at, float[] tile, int from, int n) {
    for (int i = 0; i < n; i++) {
      y[at + i] += tile[from + i];
    }
  }
}
