package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.MossConfig;

/// Sines and cosines for every position that a model reads.
public final class RotaryTable {

  private final int pairs;
  private final float[] cosines;
  private final float[] sines;

  private RotaryTable(int pairs, float[] cosines, float[] sines) {
    this.pairs = pairs;
    this.cosines = cosines;
    this.sines = sines;
  }

  /// The table of a model.
  public static RotaryTable of(MossConfig config, RotaryPrecision precision) {
    float[] inverse = precision.inverseFrequencies(config.rotaryDim());
    float[] cosines = new float[config.nPositions() * inverse.length];
    float[] sines = new float[cosines.length];
    for (int position = 0; position < config.nPositions(); position++) {
      for (int pair = 0; pair < inverse.length; pair++) {
        float angle = position * inverse[pair];
        cosines[position * inverse.length + pair] = (float) Math.cos(angle);
        sines[position * inverse.length + pair] = (float) Math.sin(angle);
      }
    }
    return new RotaryTable(inverse.length, cosines, sines);
  }

  /// Rotates the leading dimensions of a query or key, pair by pair: (2i, 2i+1) turns by position ·
  /// 10000^(-2i/dim).
  ///
  /// @param vector changed in place
  /// @param from where the head begins in it
  public void rotate(float[] vector, int from, int position) {
    int angle = position * pairs;
    for (int pair = 0; pair < pairs; pair++) {
      float cosine = cosines[angle + pair];
      float sine = sines[angle + pair];
      int even = from + 2 * pair;
      float x = vector[even];
      float y = vector[even + 1];
      vector[even] = x * cosine - y * sine;
      vector[even + 1] = y * cosine + x * sine;
    }
  }
}
