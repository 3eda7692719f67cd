package io.mosskit.inference.making;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.checkpoint.Values;
import java.lang.foreign.ValueLayout;

/// A packed layer unpacked in the plainest way: the naive twin of everything that reads or writes
/// one.
record PackedMatrix(int bits, Tensor qweight, Tensor qzeros, Tensor scales, Tensor groups) {

  static PackedMatrix of(Checkpoint model, String layer) {
    return new PackedMatrix(
        model.config().wbits(),
        model.tensor(layer + ".qweight").orElseThrow(),
        model.tensor(layer + ".qzeros").orElseThrow(),
        model.tensor(layer + ".scales").orElseThrow(),
        model.tensor(layer + ".g_idx").orElseThrow());
  }

  int inputs() {
    return Math.toIntExact(groups.elements());
  }

  int outputs() {
    return Math.toIntExact(qweight.shape().get(1));
  }

  int code(int input, int output) {
    int n = 32 / bits;
    int word = word(qweight, (long) input / n * outputs() + output);
    return word >>> bits * (input % n) & mask();
  }

  int zero(int group, int output) {
    int n = 32 / bits;
    int word = word(qzeros, (long) group * (outputs() / n) + output / n);
    return (word >>> bits * (output % n) & mask()) + 1;
  }

  /// `[outputs, inputs]` in one row.
  float[] weights() {
    float[] scale = Values.of(scales);
    float[] weights = new float[outputs() * inputs()];
    for (int o = 0; o < outputs(); o++) {
      for (int i = 0; i < inputs(); i++) {
        int group = word(groups, i);
        weights[o * inputs() + i] = (code(i, o) - zero(group, o)) * scale[group * outputs() + o];
      }
    }
    return weights;
  }

  private int mask() {
    return (1 << bits) - 1;
  }

  private static int word(Tensor words, long index) {
    return words.data().get(ValueLayout.JAVA_INT_UNALIGNED, 4 * index);
  }
}
