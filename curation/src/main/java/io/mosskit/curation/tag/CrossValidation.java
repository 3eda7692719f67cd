package io.mosskit.curation.tag;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Labels each example by a model that was trained without its fold.
final class CrossValidation {

  private final List<String> names;
  private final int[] labels;
  private final int[] folds;
  private final double[][] margins;
  private final int count;

  private CrossValidation(List<Example> examples, List<String> names, int[] folds, int count) {
    this.names = names;
    this.labels = examples.stream().mapToInt(example -> names.indexOf(example.label())).toArray();
    this.folds = folds;
    this.count = count;
    this.margins = new double[examples.size()][];
  }

  /// The labels of examples in their order.
  static List<String> names(List<Example> examples) {
    return List.copyOf(new TreeSet<>(examples.stream().map(Example::label).toList()));
  }

  /// @param together whether near-twins lie in one fold
  static CrossValidation of(List<Example> examples, int folds, long seed, boolean together) {
    List<String> names = names(examples);
    if (names.size() < 2 || folds < 2 || examples.size() < folds) {
      throw new IllegalArgumentException(
          "expected two folds or more, as many examples, and two labels or more; found "
              + "%d folds, %d examples, labels %s".formatted(folds, examples.size(), names));
    }
    int[] groups = Twins.groups(examples);
    for (int i = 0; i < groups.length && !together; i++) {
      groups[i] = i;
    }
    int[] labels = examples.stream().mapToInt(it -> names.indexOf(it.label())).toArray();
    int[] assigned = Folds.of(labels, groups, folds, seed);
    CrossValidation validation = new CrossValidation(examples, names, assigned, folds);
    for (int fold = 0; fold < folds; fold++) {
      validation.run(fold, examples, seed);
    }
    return validation;
  }

  private void run(int fold, List<Example> examples, long seed) {
    List<Words> words = new ArrayList<>();
    List<Integer> known = new ArrayList<>();
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] != fold) {
        words.add(examples.get(i).words());
        known.add(labels[i]);
      }
    }
    int[] knownLabels = known.stream().mapToInt(Integer::intValue).toArray();
    LinearModel model = LinearModel.train(words, knownLabels, names.size(), seed);
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] == fold) {
        margins[i] = model.margins(examples.get(i).words());
      }
    }
  }

  /// The slope for a model that is trained on all examples.
  double slope() {
    return Calibration.slope(margins, labels);
  }

  /// What the models made of the examples. The confidence of a fold is calibrated on the others.
  Evaluation evaluation() {
    Evaluation evaluation = new Evaluation(names);
    for (int fold = 0; fold < count; fold++) {
      double slope = slopeWithout(fold);
      for (int i = 0; i < labels.length; i++) {
        if (folds[i] == fold) {
          double[] probabilities = Calibration.probabilities(margins[i], slope);
          int predicted = Calibration.largest(probabilities);
          evaluation.add(names.get(labels[i]), names.get(predicted), probabilities[predicted]);
        }
      }
    }
    return evaluation;
  }

  private double slopeWithout(int fold) {
    List<double[]> others = new ArrayList<>();
    List<Integer> truth = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      if (folds[i] != fold) {
        others.add(margins[i]);
        truth.add(labels[i]);
      }
    }
    return Calibration.slope(
        others.toArray(double[][]::new), truth.stream().mapToInt(Integer::intValue).toArray());
  }
}
