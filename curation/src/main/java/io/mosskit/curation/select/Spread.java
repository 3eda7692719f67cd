package io.mosskit.curation.select;

import io.mosskit.schema.json.Json;
import java.util.Arrays;
import java.util.List;

/// How numbers are spread.
///
/// @param sorted all of them, the smallest first; none of them NaN
public record Spread(List<Double> sorted) {

  /// The percentiles that reports show.
  public static final List<Integer> PERCENTILES = List.of(0, 10, 25, 50, 75, 90, 100);

  public Spread {
    sorted = List.copyOf(sorted);
  }

  static Spread of(double[] numbers) {
    return new Spread(Arrays.stream(numbers).sorted().boxed().toList());
  }

  public int count() {
    return sorted.size();
  }

  /// NaN where there is no number.
  public double mean() {
    return sorted.stream().mapToDouble(Double::doubleValue).sum() / sorted.size();
  }

  /// The number at a percentile, between two of them in proportion; NaN where there is none.
  ///
  /// @param percentile from 0 to 100
  public double at(double percentile) {
    if (sorted.isEmpty()) {
      return Double.NaN;
    }
    double place = percentile / 100 * (sorted.size() - 1);
    int below = (int) place;
    double from = sorted.get(below);
    double to = sorted.get(Math.min(below + 1, sorted.size() - 1));
    return from + (place - below) * (to - from);
  }

  /// How many numbers lie in each of some ranges of equal width, which end at `from + n · width`;
  /// the last one holds its end too, and both ends hold what is beyond them.
  public long[] counts(double from, double width, int ranges) {
    long[] counts = new long[ranges];
    for (double number : sorted) {
      int range = width > 0 ? (int) ((number - from) / width) : 0;
      counts[Math.clamp(range, 0, ranges - 1)]++;
    }
    return counts;
  }

  Json.Obj json() {
    var json = Json.object().put("count", count());
    if (count() > 0) {
      json.put("mean", mean());
      PERCENTILES.forEach(percentile -> json.put("p" + percentile, at(percentile)));
    }
    return json.build();
  }
}
