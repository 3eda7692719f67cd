package io.mosskit.curation.tag;

import java.util.List;

/// A weight for each label and feature, in eight bits. Thread-safe.
final class LinearModel {

  private static final int LARGEST = Byte.MAX_VALUE;

  private final Features features;
  private final byte[][] weights;
  private final float[] scales;

  /// @param weights for each label, one a feature, and the bias at the end
  /// @param scales what a weight of 1 stands for, for each label
  LinearModel(Features features, byte[][] weights, float[] scales) {
    this.features = features;
    this.weights = weights;
    this.scales = scales;
  }

  /// Learns from examples.
  ///
  /// @param labels of each example, numbers below `count`
  static LinearModel train(List<Words> examples, int[] labels, int count, long seed) {
    Grams grams = new Grams();
    Features features = new Features(VocabularyIndex.of(examples, grams), grams);
    List<SparseVector> vectors = examples.stream().map(features::of).toList();
    int size = features.vocabulary().size();
    double[][] exact = new LinearTrainer(vectors, size, seed).train(labels, count);
    byte[][] weights = new byte[count][];
    float[] scales = new float[count];
    for (int label = 0; label < count; label++) {
      double largest = 0;
      for (double weight : exact[label]) {
        largest = Math.max(largest, Math.abs(weight));
      }
      scales[label] = (float) (largest / LARGEST);
      weights[label] = rounded(exact[label], scales[label]);
    }
    return new LinearModel(features, weights, scales);
  }

  private static byte[] rounded(double[] weights, float scale) {
    byte[] rounded = new byte[weights.length];
    for (int i = 0; i < weights.length; i++) {
      rounded[i] = (byte) Math.clamp(Math.round(weights[i] / scale), -LARGEST, LARGEST);
    }
    return rounded;
  }

  /// On which side of each label's plane the words lie, and how far: the label with the largest
  /// margin is theirs.
  double[] margins(Words words) {
    SparseVector vector = features.of(words);
    int bias = features.vocabulary().size();
    double[] margins = new double[weights.length];
    for (int label = 0; label < margins.length; label++) {
      byte[] ofLabel = weights[label];
      double sum = ofLabel[bias];
      for (int i = 0; i < vector.features().length; i++) {
        sum += vector.values()[i] * ofLabel[vector.features()[i]];
      }
      margins[label] = scales[label] * sum;
    }
    return margins;
  }

  Vocabulary vocabulary() {
    return features.vocabulary();
  }

  byte[] weights(int label) {
    return weights[label];
  }

  float scale(int label) {
    return scales[label];
  }
}
