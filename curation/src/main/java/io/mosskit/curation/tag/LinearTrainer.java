package io.mosskit.curation.tag;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Trains a linear support vector machine for each label against all others: squared hinge loss, by
/// dual coordinate descent, the examples of a rare label weighing as much as those of a frequent
/// one. The same vectors, labels and seed give the same weights on any number of threads.
///
/// Source: Hsieh et al., A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008.
final class LinearTrainer {

  private static final double COST = 1;
  private static final double TOLERANCE = 1e-3;
  private static final int ROUNDS = 1_000;

  private final List<SparseVector> vectors;
  private final int features;
  private final double[] norms;
  private final long seed;

  /// @param features how many there are
  LinearTrainer(List<SparseVector> vectors, int features, long seed) {
    this.vectors = vectors;
    this.features = features;
    this.norms = vectors.stream().mapToDouble(SparseVector::squaredNorm).toArray();
    this.seed = seed;
  }

  /// The weights for each label; the last of each is the bias.
  ///
  /// @param labels of each vector, numbers below `count`
  double[][] train(int[] labels, int count) {
    return IntStream.range(0, count)
        .parallel()
        .mapToObj(label -> against(labels, label, count))
        .toArray(double[][]::new);
  }

  private double[] against(int[] labels, int label, int count) {
    long positives = IntStream.of(labels).filter(other -> other == label).count();
    double weight = positives == 0 ? 1 : (double) labels.length / (count * positives);
    double[] weights = new double[features + 1];
    double[] alphas = new double[labels.length];
    int[] order = IntStream.range(0, labels.length).toArray();
    SplittableRandom random = new SplittableRandom(seed + label);
    double worst = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS && worst > TOLERANCE; round++) {
      shuffle(order, random);
      worst = 0;
      for (int i : order) {
        boolean positive = labels[i] == label;
        double softness = 0.5 / (positive ? COST * weight : COST);
        worst = Math.max(worst, step(i, positive ? 1 : -1, softness, weights, alphas));
      }
    }
    return weights;
  }

  /// Moves the multiplier of an example to its best; returns how far from its best it was.
  private double step(int i, int sign, double softness, double[] weights, double[] alphas) {
    SparseVector vector = vectors.get(i);
    double margin = sign * (vector.dot(weights) + weights[features]);
    double gradient = margin - 1 + softness * alphas[i];
    double projected = alphas[i] == 0 ? Math.min(gradient, 0) : gradient;
    if (projected != 0) {
      double old = alphas[i];
      alphas[i] = Math.max(0, old - gradient / (norms[i] + 1 + softness));
      double change = sign * (alphas[i] - old);
      vector.addTo(weights, change);
      weights[features] += change;
    }
    return Math.abs(projected);
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
  }
}
