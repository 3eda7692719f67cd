package io.mosskit.inference.cpu;

import static io.mosskit.inference.cpu.Lanes.FLOATS;

import io.mosskit.inference.model.Projection;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.jspecify.annotations.Nullable;

/// A layer with weights packed by GPTQ whose groups lie together, as in the published models, read
/// as they lie in the file; nothing is repacked.
///
/// The inputs are summed in runs of one group each: the products with the codes input by input,
/// then scaled and added run after run.
///
/// One row of x takes the codes straight from the file, run by run ([#sum]) and then output by
/// output ([#collect]). Several rows share codes unpacked into the cache. Both give the same bits.
final class PackedLinear implements Linear {

  private static final int INPUTS_A_RUN = 128;
  private static final int OUTPUTS_A_TASK = 512;
  private static final int OUTPUTS_A_BLOCK = 2 * OuterTile.STRIP;
  private static final int STRIP_SIZE = INPUTS_A_RUN * OuterTile.STRIP;
  private static final int TILE = OuterTile.ROWS * OuterTile.STRIP;

  private final int bits;
  private final int codesPerWord;
  private final int inputs;
  private final int outputs;
  private final PackedWeights weights;
  private final MemorySegment codes;
  private final int[] runs;
  private final float @Nullable [] bias;

  PackedLinear(Projection.Packed packed) {
    bits = packed.bits();
    codesPerWord = Integer.SIZE / bits;
    inputs = packed.inputs();
    outputs = packed.outputs();
    codes = packed.codes().data();
    weights = new PackedWeights(packed);
    runs = weights.runs(INPUTS_A_RUN);
    bias = packed.bias() == null ? null : Numbers.floats(packed.bias());
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int grain(int rows) {
    return rows == 1 ? OUTPUTS_A_TASK : OUTPUTS_A_BLOCK;
  }

  /// How many bytes the sums of all runs take.
  long sumsSize() {
    return sumsAt(runs(), 0);
  }

  private long sumsAt(int run, int output) {
    return ((long) run * Lanes.padded(outputs) + output) * Float.BYTES;
  }

  /// How many runs there are.
  int runs() {
    return runs.length - 1;
  }

  /// Sums the products of one row of x with the codes of a run, for all outputs.
  ///
  /// @param sums where those of the first run go; those of each run follow the ones before
  void sum(int run, float[] x, MemorySegment sums, Scratch scratch) {
    int whole = outputs & -Lanes.COUNT;
    long to = sumsAt(run, 0);
    sums.asSlice(to, (long) whole * Float.BYTES).fill((byte) 0);
    for (int k = runs[run]; k < runs[run + 1]; k += codesPerWord) {
      PackedWords.add(bits, codes, wordAt(k, 0), x, k, sums, to, whole);
    }
    read(run, 0, whole, scratch).scale(sums, to, inputSum(run, x, 0, scratch), whole);
  }

  /// Makes some outputs of what [#sum] has left of all runs.
  ///
  /// @param from a multiple of the number of lanes
  void collect(float[] x, MemorySegment sums, float[] y, int from, int to) {
    Arrays.fill(y, from, to, 0);
    int n = (to - from) & -Lanes.COUNT;
    for (int run = 0; run < runs(); run++) {
      long at = sumsAt(run, from);
      for (int o = 0; o < n; o += Lanes.COUNT) {
        FloatVector.fromMemorySegment(FLOATS, sums, at + 4L * o, ByteOrder.LITTLE_ENDIAN)
            .add(FloatVector.fromArray(FLOATS, y, from + o))
            .intoArray(y, from + o);
      }
    }
    rest(x, 0, 0, 1, y, 0, from + n, to);
    addBias(1, y, 0, from, to);
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
    int n = (to - from) & -Lanes.COUNT;
    float[] panel = scratch.panel(Math.ceilDiv(n, OuterTile.STRIP) * STRIP_SIZE);
    for (int run = 0; run < runs(); run++) {
      int first = runs[run];
      int depth = runs[run + 1] - first;
      for (int k = 0; k < depth; k += codesPerWord) {
        long at = wordAt(first + k, from);
        PackedWords.unpack(bits, codes, at, panel, k * OuterTile.STRIP, STRIP_SIZE, n);
      }
      Group group = read(run, from, n, scratch);
      multiply(x, xFrom + first, xStride, rows, depth, panel, group, y, from, yStride, n, scratch);
    }
    rest(x, xFrom, xStride, rows, y, yStride, from + n, to);
    addBias(rows, y, yStride, from, to);
  }

  private float inputSum(int run, float[] x, int at, Scratch scratch) {
    return Lanes.sum(x, at + runs[run], runs[run + 1] - runs[run], scratch.lanes);
  }

  private static void multiply(
      float[] x,
      int xFrom,
      int xStride,
      int rows,
      int depth,
      float[] panel,
      Group group,
      float[] y,
      int yFrom,
      int yStride,
      int columns,
      Scratch scratch) {
    float[] tile = scratch.tiles(TILE);
    float[] inputSums = scratch.rows(rows);
    for (int row = 0; row < rows; row++) {
      inputSums[row] = Lanes.sum(x, xFrom + row * xStride, depth, scratch.lanes);
    }
    for (int column = 0; column < columns; column += OuterTile.STRIP) {
      int strip = column / OuterTile.STRIP * STRIP_SIZE;
      int width = Math.min(OuterTile.STRIP, columns - column);
      for (int row = 0; row < rows; row += OuterTile.ROWS) {
        int together = Math.min(OuterTile.ROWS, rows - row);
        Arrays.fill(tile, 0, TILE, 0);
        OuterTile.add(
            x,
            xFrom + row * xStride,
            xStride,
            panel,
            strip,
            STRIP_SIZE,
            tile,
            0,
            OuterTile.STRIP,
            together,
            depth,
            width);
        for (int i = 0; i < together; i++) {
          int to = yFrom + (row + i) * yStride + column;
          group.add(tile, i * OuterTile.STRIP, inputSums[row + i], y, to, column, width);
        }
      }
    }
  }

  private Group read(int run, int from, int n, Scratch scratch) {
    Group group = scratch.group(n);
    weights.read(runs[run], from, n, group);
    return group;
  }

  /// The outputs beyond whole vectors, one by one.
  private void rest(
      float[] x, int xFrom, int xStride, int rows, float[] y, int yStride, int from, int to) {
    for (int output = from; output < to; output++) {
      for (int k = 0; k < inputs; k++) {
        float weight = weights.weight(k, output);
        for (int row = 0; row < rows; row++) {
          int at = row * yStride + output;
          y[at] = Math.fma(weight, x[xFrom + row * xStride + k], y[at]);
        }
      }
    }
  }

  private void addBias(int rows, float[] y, int yStride, int from, int to) {
    for (int row = 0; bias != null && row < rows; row++) {
      for (int o = from; o < to; o++) {
        y[row * yStride + o] += bias[o];
      }
    }
  }

  private long wordAt(int input, int output) {
    return ((long) (input / codesPerWord) * outputs + output) * Integer.BYTES;
  }
}
