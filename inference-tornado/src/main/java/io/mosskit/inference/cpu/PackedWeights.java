package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.model.Projection;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/// The weights of a layer packed by GPTQ, one by one, and what their groups are.
final class PackedWeights {

  private final int bits;
  private final int codesPerWord;
  private final int outputs;
  private final MemorySegment codes;
  private final MemorySegment zeros;
  private final MemorySegment scales;
  private final int[] groupOf;

  PackedWeights(Projection.Packed packed) {
    bits = packed.bits();
    codesPerWord = Integer.SIZE / bits;
    outputs = packed.outputs();
    codes = packed.codes().data();
    zeros = packed.zeros().data();
    scales = packed.scales().data();
    groupOf = new int[packed.inputs()];
    for (int i = 0; i < groupOf.length; i++) {
      groupOf[i] = Numbers.intAt(packed.groupOf().data(), (long) Integer.BYTES * i);
    }
  }

  /// Whether the inputs of each word are of one group.
  boolean groupsLieTogether() {
    for (int i = 0; i < groupOf.length; i++) {
      if (groupOf[i] != groupOf[i - i % codesPerWord]) {
        return false;
      }
    }
    return true;
  }

  /// Divides the inputs into runs of one group each: where each begins, and the end.
  ///
  /// @param longest how many inputs a run has at most
  int[] runs(int longest) {
    int[] starts = new int[groupOf.length + 1];
    int count = 0;
    for (int i = 0; i < groupOf.length; i++) {
      if (count == 0 || i - starts[count - 1] == longest || groupOf[i] != groupOf[i - 1]) {
        starts[count++] = i;
      }
    }
    starts[count] = groupOf.length;
    return Arrays.copyOf(starts, count + 1);
  }

  /// Reads the scales and zeros that an input has for some outputs.
  void read(int input, int from, int n, Group into) {
    long row = (long) groupOf[input] * outputs + from;
    into.read(bits, scales, row * Short.BYTES, zeros, row / codesPerWord * Integer.BYTES, n);
  }

  /// The weight of an input for an output.
  float weight(int input, int output) {
    long word = ((long) (input / codesPerWord) * outputs + output) * Integer.BYTES;
    int code = codeIn(Numbers.intAt(codes, word), input);
    int group = groupOf[input];
    return (code - zero(group, output)) * scale(group, output);
  }

  private float scale(int group, int output) {
    return Numbers.at(ElementType.F16, scales, ((long) group * outputs + output) * Short.BYTES);
  }

  private int zero(int group, int output) {
    long word = (long) group * (outputs / codesPerWord) + output / codesPerWord;
    return codeIn(Numbers.intAt(zeros, word * Integer.BYTES), output) + 1;
  }

  private int codeIn(int word, int number) {
    return (word >>> (bits * (number % codesPerWord))) & ((1 << bits) - 1);
  }
}
