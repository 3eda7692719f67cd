package io.mosskit.inference.serve.engine;

/// A token and how likely the model held it to be, before temperature, filters and penalties.
///
/// @param logProbability ln p given the tokens before it; NaN where nobody asked, and for the first
///   token of all
/// @param topIds the likeliest tokens in its place, the likeliest first
/// @param topLogProbabilities theirs
public record Scored(int id, float logProbability, int[] topIds, float[] topLogProbabilities) {

  private static final int[] NO_IDS = {};
  private static final float[] NO_NUMBERS = {};

  /// A token of which nothing more is known.
  static Scored unknown(int id) {
    return new Scored(id, Float.NaN, NO_IDS, NO_NUMBERS);
  }

  /// Whether its log-probability is known.
  public boolean isKnown() {
    return !Float.isNaN(logProbability);
  }
}
