package io.mosskit.curation.tag;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How predictions compare with the truth: a confusion matrix, what follows from it, and how far
/// confidence can be trusted. Not thread-safe while it is filled.
public final class Evaluation {

  /// A label's figures. Where a label is never predicted its precision is 0, where it never occurs
  /// its recall is 0.
  ///
  /// @param count how many examples have it
  public record LabelScore(String label, long count, double precision, double recall, double f1) {}

  /// The predictions of one range of confidence.
  ///
  /// @param from the least confidence
  /// @param count how many there are
  /// @param confidence their mean confidence
  /// @param accuracy the share of them that is right
  public record Bin(double from, long count, double confidence, double accuracy) {}

  private static final int BINS = 10;

  private final List<String> labels;
  private final long[][] matrix;
  private final long[] binCounts = new long[BINS];
  private final long[] binRight = new long[BINS];
  private final double[] binConfidence = new double[BINS];

  /// @param labels all that can occur or be predicted, in the order in which they are shown
  public Evaluation(List<String> labels) {
    this.labels = List.copyOf(labels);
    this.matrix = new long[labels.size()][labels.size()];
  }

  /// Counts one prediction.
  ///
  /// @throws IllegalArgumentException if one of the labels is none of this evaluation's
  public void add(String truth, String predicted, double confidence) {
    matrix[index(truth)][index(predicted)]++;
    int bin = Math.clamp((int) (confidence * BINS), 0, BINS - 1);
    binCounts[bin]++;
    binRight[bin] += truth.equals(predicted) ? 1 : 0;
    binConfidence[bin] += confidence;
  }

  private int index(String label) {
    int index = labels.indexOf(label);
    if (index < 0) {
      throw new IllegalArgumentException("\"" + label + "\" is none of " + labels);
    }
    return index;
  }

  /// Counts the predictions of another evaluation of the same labels too.
  public void addAll(Evaluation other) {
    if (!other.labels.equals(labels)) {
      throw new IllegalArgumentException(other.labels + " are not " + labels);
    }
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        matrix[i][j] += other.matrix[i][j];
      }
    }
    for (int bin = 0; bin < BINS; bin++) {
      binCounts[bin] += other.binCounts[bin];
      binRight[bin] += other.binRight[bin];
      binConfidence[bin] += other.binConfidence[bin];
    }
  }

  public List<String> labels() {
    return labels;
  }

  /// How often the first label was taken for the second.
  public long count(String truth, String predicted) {
    return matrix[index(truth)][index(predicted)];
  }

  /// How many predictions were counted.
  public long total() {
    return Arrays.stream(matrix).mapToLong(row -> Arrays.stream(row).sum()).sum();
  }

  /// The share of predictions that is right.
  public double accuracy() {
    long right = 0;
    for (int i = 0; i < labels.size(); i++) {
      right += matrix[i][i];
    }
    return share(right, total());
  }

  /// The mean F1 of the labels that occur or are predicted.
  public double macroF1() {
    return scores().stream()
        .filter(score -> score.count() > 0 || predicted(index(score.label())) > 0)
        .mapToDouble(LabelScore::f1)
        .average()
        .orElse(0);
  }

  /// The figures of each label.
  public List<LabelScore> scores() {
    List<LabelScore> scores = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      long truth = Arrays.stream(matrix[i]).sum();
      double precision = share(matrix[i][i], predicted(i));
      double recall = share(matrix[i][i], truth);
      double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
      scores.add(new LabelScore(labels.get(i), truth, precision, recall, f1));
    }
    return scores;
  }

  private long predicted(int label) {
    return Arrays.stream(matrix).mapToLong(row -> row[label]).sum();
  }

  /// The predictions by confidence, in tenths; empty ranges are left out.
  public List<Bin> bins() {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      if (binCounts[i] > 0) {
        double confidence = binConfidence[i] / binCounts[i];
        bins.add(
            new Bin((double) i / BINS, binCounts[i], confidence, share(binRight[i], binCounts[i])));
      }
    }
    return bins;
  }

  /// The mean distance between confidence and accuracy over the bins (expected calibration error).
  public double calibrationError() {
    return bins().stream()
            .mapToDouble(bin -> bin.count() * Math.abs(bin.confidence() - bin.accuracy()))
            .sum()
        / Math.max(1, total());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /// All figures, for programs.
  public Json.Obj json() {
    return Json.object()
        .put("examples", total())
        .put("macro_f1", Decimals.rounded(macroF1()))
        .put("accuracy", Decimals.rounded(accuracy()))
        .put("calibration_error", Decimals.rounded(calibrationError()))
        .put("labels", Json.of(scores().stream().map(Evaluation::json).toList()))
        .put("confusion", confusion())
        .put("confidence", Json.of(bins().stream().map(Evaluation::json).toList()))
        .build();
  }

  private Json.Obj confusion() {
    var rows = Json.object();
    for (int i = 0; i < labels.size(); i++) {
      var row = Json.object();
      for (int j = 0; j < labels.size(); j++) {
        row.put(labels.get(j), matrix[i][j]);
      }
      rows.put(labels.get(i), row.build());
    }
    return rows.build();
  }

  private static Json.Obj json(LabelScore score) {
    return Json.object()
        .put("label", score.label())
        .put("examples", score.count())
        .put("precision", Decimals.rounded(score.precision()))
        .put("recall", Decimals.rounded(score.recall()))
        .put("f1", Decimals.rounded(score.f1()))
        .build();
  }

  private static Json.Obj json(Bin bin) {
    return Json.object()
        .put("from", bin.from())
        .put("predictions", bin.count())
        .put("mean_confidence", Decimals.rounded(bin.confidence()))
        .put("accuracy", Decimals.rounded(bin.accuracy()))
        .build();
  }
}
