package io.mosskit.curation.tag;

import java.util.stream.IntStream;

/// Makes probabilities of margins: their softmax after multiplication by one slope, which is chosen
/// so that the true labels of examples outside the training set are most likely. Source: Guo et
/// al., On Calibration of Modern Neural Networks, ICML 2017 (temperature scaling).
final class Calibration {

  private static final double LEAST_SLOPE = 0.05;
  private static final double LARGEST_SLOPE = 50;
  private static final int STEPS = 60;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private Calibration() {}

  /// The slope under which these labels are most likely.
  static double slope(double[][] margins, int[] labels) {
    double low = Math.log(LEAST_SLOPE);
    double high = Math.log(LARGEST_SLOPE);
    for (int step = 0; step < STEPS; step++) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (surprise(margins, labels, Math.exp(left)) <= surprise(margins, labels, Math.exp(right))) {
        high = right;
      } else {
        low = left;
      }
    }
    return Math.exp((low + high) / 2);
  }

  private static double surprise(double[][] margins, int[] labels, double slope) {
    double sum = 0;
    for (int i = 0; i < labels.length; i++) {
      sum -= Math.log(Math.max(Double.MIN_NORMAL, probabilities(margins[i], slope)[labels[i]]));
    }
    return sum;
  }

  /// The probability of each label.
  static double[] probabilities(double[] margins, double slope) {
    double largest = margins[largest(margins)];
    double[] probabilities = new double[margins.length];
    double sum = 0;
    for (int i = 0; i < margins.length; i++) {
      probabilities[i] = StrictMath.exp(slope * (margins[i] - largest));
      sum += probabilities[i];
    }
    for (int i = 0; i < margins.length; i++) {
      probabilities[i] /= sum;
    }
    return probabilities;
  }

  /// The index of the largest value, the first of equals.
  static int largest(double[] values) {
    return IntStream.range(0, values.length)
        .reduce(0, (best, i) -> values[i] > values[best] ? i : best);
  }
}
