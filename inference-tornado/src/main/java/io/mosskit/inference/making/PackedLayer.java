package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.MossShapes;
import io.mosskit.inference.checkpoint.Tensor;
import java.util.stream.IntStream;

/// The weights of a linear layer, rounded to the nearest of `2^bits` steps in each group of inputs
/// of an output and packed as GPTQ's files are.
///
/// With `n = 32 / bits` codes a word, the lowest bits first:
///
/// ```
/// code(i, o)  = qweight[i / n, o] >>> bits * (i % n)      [inputs / n, outputs]
/// zero(g, o)  = 1 + qzeros[g, o / n] >>> bits * (o % n)   [groups, outputs / n]
/// weight(o, i) = (code(i, o) - zero(g, o)) * scales[g, o]  with g = i / groupSize
/// ```
///
/// Source: spec C.6; the zero is at least 1, since what is stored is one less.
final class PackedLayer {

  /// Outputs that one task packs: whole words of `qzeros` and whole cache lines of `qweight`.
  private static final int STRIPE = 32;

  private final Tensor weight;
  private final int bits;
  private final int codesPerWord;
  private final int outputs;
  private final int inputs;
  private final int groupSize;
  private final int groups;
  private final int[] qweight;
  private final int[] qzeros;
  private final short[] scales;

  private PackedLayer(Tensor weight, int bits, int groupSize) {
    this.weight = weight;
    this.bits = bits;
    this.codesPerWord = Integer.SIZE / bits;
    this.outputs = Math.toIntExact(weight.shape().get(0));
    this.inputs = Math.toIntExact(weight.shape().get(1));
    this.groupSize = groupSize == -1 ? inputs : groupSize;
    this.groups = Math.toIntExact(MossShapes.groups(inputs, groupSize));
    this.qweight = new int[Math.multiplyExact(inputs / codesPerWord, outputs)];
    this.qzeros = new int[Math.multiplyExact(groups, outputs / codesPerWord)];
    this.scales = new short[Math.multiplyExact(groups, outputs)];
  }

  /// Packs a matrix `[outputs, inputs]` on all processors.
  ///
  /// @throws IllegalArgumentException if a weight is not finite
  static PackedLayer of(Tensor weight, int bits, int groupSize) {
    PackedLayer layer = new PackedLayer(weight, bits, groupSize);
    IntStream.range(0, Math.ceilDiv(layer.outputs, STRIPE)).parallel().forEach(layer::packStripe);
    return layer;
  }

  int[] qweight() {
    return qweight;
  }

  int[] qzeros() {
    return qzeros;
  }

  short[] scales() {
    return scales;
  }

  private void packStripe(int stripe) {
    float[] row = new float[inputs];
    for (int o = stripe * STRIPE; o < Math.min(outputs, (stripe + 1) * STRIPE); o++) {
      Numbers.read(weight, (long) o * inputs, row);
      for (int group = 0; group < groups; group++) {
        packGroup(row, o, group);
      }
    }
  }

  private void packGroup(float[] row, int output, int group) {
    int from = group * groupSize;
    int to = Math.min(inputs, from + groupSize);
    Grid grid = Grid.of(row, from, to, bits);
    if (grid.isBroken()) {
      throw new IllegalArgumentException(
          "tensor %s has a weight in row %d that is no finite number"
              .formatted(weight.name(), output));
    }
    scales[group * outputs + output] = grid.scaleBits();
    qzeros[group * (outputs / codesPerWord) + output / codesPerWord] |=
        (grid.zero() - 1) << (bits * (output % codesPerWord));
    for (int i = from; i < to; i++) {
      qweight[i / codesPerWord * outputs + output] |=
          grid.code(row[i]) << (bits * (i % codesPerWord));
    }
  }
}
