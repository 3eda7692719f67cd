package io.mosskit.curation.tag;

/// The features of a text that are not zero.
///
/// @param features their numbers, each once
/// @param values their values
record SparseVector(int[] features, float[] values) {

  double dot(double[] weights) {
    double sum = 0;
    for (int i = 0; i < features.length; i++) {
      sum += values[i] * weights[features[i]];
    }
    return sum;
  }

  void addTo(double[] weights, double times) {
    for (int i = 0; i < features.length; i++) {
      weights[features[i]] += times * values[i];
    }
  }

  double squaredNorm() {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }
}
