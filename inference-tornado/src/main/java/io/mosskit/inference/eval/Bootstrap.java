package io.mosskit.inference.eval;

import java.util.Arrays;
import java.util.SplittableRandom;

/// Intervals and tests by resampling; the same numbers for the same seed.
///
/// Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapters 13, 15.
public final class Bootstrap {
  private static final int RESAMPLES = 2_000;
  private static final double LEVEL = 0.95;

  private Bootstrap() {}

  /// A mean with its interval of 95 %.
  ///
  /// @param count of how many values
  public record Estimate(double mean, double low, double high, int count) {}

  /// The difference of two means over the same items.
  ///
  /// @param difference with its interval
  /// @param p how often signs drawn at random make a difference at least as large: of two models
  ///   that are equally good
  public record Difference(Estimate difference, double p) {}

  /// The mean of values with the percentile interval of resampled means. Where all values are the
  /// same the interval is that value, however few they are.
  public static Estimate estimate(double[] values, long seed) {
    if (values.length == 0) {
      throw new IllegalArgumentException("no value has no mean");
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[] means = new double[RESAMPLES];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[random.nextInt(values.length)];
      }
      means[resample] = sum / values.length;
    }
    Arrays.sort(means);
    int tail = (int) Math.round(RESAMPLES * (1 - LEVEL) / 2);
    return new Estimate(mean(values), means[tail], means[RESAMPLES - 1 - tail], values.length);
  }

  /// Compares two series item by item, by the sign-flip permutation test.
  ///
  /// @param left as long as `right`; the same item at the same place
  public static Difference compare(double[] left, double[] right, long seed) {
    if (left.length != right.length) {
      throw new IllegalArgumentException(
          "%d values are not compared with %d".formatted(left.length, right.length));
    }
    double[] differences = new double[left.length];
    Arrays.setAll(differences, i -> left[i] - right[i]);
    Estimate estimate = estimate(differences, seed);
    SplittableRandom random = new SplittableRandom(~seed);
    double observed = Math.abs(sum(differences)) - 1e-12;
    int atLeast = 1; // the series as it is counts too, so that no p is 0
    for (int flip = 0; flip < RESAMPLES; flip++) {
      double sum = 0;
      for (double difference : differences) {
        sum += random.nextBoolean() ? difference : -difference;
      }
      atLeast += Math.abs(sum) >= observed ? 1 : 0;
    }
    return new Difference(estimate, (double) atLeast / (RESAMPLES + 1));
  }

  private static double mean(double[] values) {
    return sum(values) / values.length;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }
}
