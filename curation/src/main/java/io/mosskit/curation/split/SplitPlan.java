package io.mosskit.curation.split;

import io.mosskit.curation.duplicate.DuplicateKey;
import java.util.List;

/// How a corpus is divided.
///
/// @param shares of training, validation and test, each from 0 to 1, together 1
/// @param threshold records of which two texts are at least so similar stand in the same part
/// @param seed another seed gives another division
/// @param key the texts that are compared
public record SplitPlan(List<Double> shares, double threshold, long seed, DuplicateKey key) {
  private static final double ROUNDING = 1e-6;

  public SplitPlan {
    shares = List.copyOf(shares);
    double sum = shares.stream().mapToDouble(Double::doubleValue).sum();
    if (shares.size() != Part.values().length
        || !shares.stream().allMatch(share -> share >= 0 && share <= 1)
        || Math.abs(sum - 1) > ROUNDING) {
      throw new IllegalArgumentException(
          "shares are three numbers from 0 to 1 that make 1, as 0.9, 0.05, 0.05, not " + shares);
    }
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
  }

  /// 90 % to train on, 5 % each to validate and to test; twins from a similarity of 0.5 on, by what
  /// the user says.
  public static SplitPlan standard() {
    return new SplitPlan(List.of(0.9, 0.05, 0.05), 0.5, 1, DuplicateKey.USER_TURNS);
  }

  public SplitPlan withShares(List<Double> newShares) {
    return new SplitPlan(newShares, threshold, seed, key);
  }

  public SplitPlan withThreshold(double newThreshold) {
    return new SplitPlan(shares, newThreshold, seed, key);
  }

  public SplitPlan withSeed(long newSeed) {
    return new SplitPlan(shares, threshold, newSeed, key);
  }
}
