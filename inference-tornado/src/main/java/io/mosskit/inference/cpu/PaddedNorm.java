package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.model.Norm;
import java.util.Arrays;

/// A layer normalisation as arrays.
///
/// @param weight padded with zeros to whole vectors
/// @param bias likewise
/// @param size how many numbers each has without padding
/// @param epsilon added to the variance
record PaddedNorm(float[] weight, float[] bias, int size, float epsilon) {

  static PaddedNorm of(Norm norm, double epsilon) {
    int size = Math.toIntExact(norm.weight().elements());
    return new PaddedNorm(padded(norm.weight()), padded(norm.bias()), size, (float) epsilon);
  }

  private static float[] padded(Tensor tensor) {
    float[] numbers = Numbers.floats(tensor);
    return Arrays.copyOf(numbers, Lanes.padded(numbers.length));
  }

  /// Normalises one row.
  void apply(float[] x, int xFrom, float[] y, int yFrom, Scratch scratch) {
    Elementwise.normalise(x, xFrom, weight, bias, size, epsilon, y, yFrom, scratch.lanes);
  }
}
