package io.mosskit.inference.cpu;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// What is done to activations number by number, and the sums that it takes. Rows are padded with
/// zeros to whole vectors.
final class Elementwise {

  private static final float TWICE_ROOT_2_OVER_PI = (float) (2 * Math.sqrt(2 / Math.PI));

  private Elementwise() {}

  /// Layer normalisation with the biased variance: y = (x - mean) / √(variance + ε) · weight +
  /// bias.
  ///
  /// @param weight, bias `n` numbers, padded with zeros
  /// @param lanes scratch, one vector long
  static void normalise(
      float[] x,
      int xFrom,
      float[] weight,
      float[] bias,
      int n,
      float epsilon,
      float[] y,
      int yFrom,
      float[] lanes) {
    float mean = Lanes.sum(x, xFrom, n, lanes) / n;
    float deviation = (float) Math.sqrt(squares(x, xFrom, n, mean, lanes) / n + epsilon);
    FloatVector scale = Lanes.broadcast(1 / deviation);
    for (int i = 0; i < n; i += Lanes.COUNT) {
      FloatVector centred = FloatVector.fromArray(Lanes.FLOATS, x, xFrom + i).sub(mean);
      FloatVector b = FloatVector.fromArray(Lanes.FLOATS, bias, i);
      FloatVector w = FloatVector.fromArray(Lanes.FLOATS, weight, i);
      centred.mul(scale).fma(w, b).intoArray(y, yFrom + i);
    }
  }

  private static float squares(float[] x, int from, int n, float mean, float[] lanes) {
    FloatVector sum = Lanes.broadcast(0);
    int whole = n & -Lanes.COUNT;
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      FloatVector centred = FloatVector.fromArray(Lanes.FLOATS, x, from + i).sub(mean);
      sum = centred.fma(centred, sum);
    }
    sum.intoArray(lanes, 0);
    for (int i = whole; i < n; i++) {
      float centred = x[from + i] - mean;
      lanes[i - whole] = Math.fma(centred, centred, lanes[i - whole]);
    }
    return Lanes.fold(lanes, 0);
  }

  /// gelu_new, 0.5 x (1 + tanh u) with u = √(2/π) (x + 0.044715 x³), in the form x / (1 + e^-2u),
  /// which loses nothing where tanh is near -1.
  ///
  /// @param from, to the numbers that are changed in place
  static void gelu(float[] x, int from, int to) {
    int i = from;
    for (; i + Lanes.COUNT <= to; i += Lanes.COUNT) {
      gelu(FloatVector.fromArray(Lanes.FLOATS, x, i)).intoArray(x, i);
    }
    if (i < to) {
      float[] rest = new float[Lanes.COUNT];
      System.arraycopy(x, i, rest, 0, to - i);
      gelu(FloatVector.fromArray(Lanes.FLOATS, rest, 0)).intoArray(rest, 0);
      System.arraycopy(rest, 0, x, i, to - i);
    }
  }

  private static FloatVector gelu(FloatVector x) {
    FloatVector inner = x.mul(x).mul(x).fma(Lanes.broadcast(0.044715f), x);
    FloatVector e = Lanes.exp(inner.mul(-TWICE_ROOT_2_OVER_PI));
    return x.div(e.add(1f));
  }

  /// Softmax of scores in place: e^(s / divisor) over their sum; zeros follow up to `padded`.
  ///
  /// @param n how many scores there are
  /// @param padded a multiple of the number of lanes, at least `n`
  static void softmax(float[] s, int from, int n, int padded, float divisor, float[] lanes) {
    FloatVector divisors = Lanes.broadcast(divisor);
    FloatVector most = Lanes.broadcast(Float.NEGATIVE_INFINITY);
    Arrays.fill(s, from + n, from + padded, Float.NEGATIVE_INFINITY);
    for (int i = 0; i < padded; i += Lanes.COUNT) {
      FloatVector scaled = FloatVector.fromArray(Lanes.FLOATS, s, from + i).div(divisors);
      scaled.intoArray(s, from + i);
      most = most.max(scaled);
    }
    float max = most.reduceLanes(VectorOperators.MAX);
    for (int i = 0; i < padded; i += Lanes.COUNT) {
      Lanes.exp(FloatVector.fromArray(Lanes.FLOATS, s, from + i).sub(max)).intoArray(s, from + i);
    }
    Arrays.fill(s, from + n, from + padded, 0);
    FloatVector total = Lanes.broadcast(Lanes.sum(s, from, padded, lanes));
    for (int i = 0; i < padded; i += Lanes.COUNT) {
      FloatVector.fromArray(Lanes.FLOATS, s, from + i).div(total).intoArray(s, from + i);
    }
  }

  /// ln Σ e^x over `n` numbers.
  static double logSumExp(float[] x, int from, int n, float[] lanes) {
    int whole = n & -Lanes.COUNT;
    FloatVector most = Lanes.broadcast(Float.NEGATIVE_INFINITY);
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      most = most.max(FloatVector.fromArray(Lanes.FLOATS, x, from + i));
    }
    float max = most.reduceLanes(VectorOperators.MAX);
    for (int i = whole; i < n; i++) {
      max = Math.max(max, x[from + i]);
    }
    FloatVector sum = Lanes.broadcast(0);
    for (int i = 0; i < whole; i += Lanes.COUNT) {
      sum = sum.add(Lanes.exp(FloatVector.fromArray(Lanes.FLOATS, x, from + i).sub(max)));
    }
    sum.intoArray(lanes, 0);
    double total = Lanes.fold(lanes, 0);
    for (int i = whole; i < n; i++) {
      total += Math.exp((double) x[from + i] - max);
    }
    return max + Math.log(total);
  }
}
