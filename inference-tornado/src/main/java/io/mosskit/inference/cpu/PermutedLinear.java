package io.mosskit.inference.cpu;

import io.mosskit.inference.model.Projection;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A layer with weights packed by GPTQ whose groups are scattered among the inputs (act-order):
/// each input has its own scale, and weights are made one by one.
final class PermutedLinear implements Linear {

  private static final int OUTPUTS_A_BLOCK = 2 * OuterTile.STRIP;
  private static final int INPUTS_A_BLOCK = 128;
  private static final int STRIP_SIZE = INPUTS_A_BLOCK * OuterTile.STRIP;

  private final int inputs;
  private final int outputs;
  private final PackedWeights weights;
  private final float @Nullable [] bias;

  PermutedLinear(Projection.Packed packed) {
    inputs = packed.inputs();
    outputs = packed.outputs();
    weights = new PackedWeights(packed);
    bias = packed.bias() == null ? null : Numbers.floats(packed.bias());
  }

  @Override
  public int outputs() {
    return outputs;
  }

  @Override
  public int grain(int rows) {
    return OUTPUTS_A_BLOCK;
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
    int n = to - from;
    int columns = Lanes.padded(n);
    float[] panel = scratch.panel(Math.ceilDiv(columns, OuterTile.STRIP) * STRIP_SIZE);
    float[] sums = scratch.rows(rows * columns);
    Arrays.fill(sums, 0, rows * columns, 0);
    for (int k = 0; k < inputs; k += INPUTS_A_BLOCK) {
      int depth = Math.min(INPUTS_A_BLOCK, inputs - k);
      unpack(k, depth, from, n, panel);
      OuterTile.add(
          x, xFrom + k, xStride, panel, 0, STRIP_SIZE, sums, 0, columns, rows, depth, columns);
    }
    for (int row = 0; row < rows; row++) {
      for (int o = 0; o < n; o++) {
        float sum = sums[row * columns + o];
        y[row * yStride + from + o] = bias == null ? sum : sum + bias[from + o];
      }
    }
  }

  private void unpack(int first, int depth, int from, int n, float[] panel) {
    for (int k = 0; k < depth; k++) {
      for (int o = 0; o < n; o++) {
        int at = o / OuterTile.STRIP * STRIP_SIZE + k * OuterTile.STRIP + o % OuterTile.STRIP;
        panel[at] = weights.weight(first + k, from + o);
      }
    }
  }
}
