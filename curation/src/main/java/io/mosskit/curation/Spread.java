package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Lengths;
import io.mosskit.curation.CurationSummary.Quantiles;
import io.mosskit.curation.CurationSummary.Range;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The exact distribution of a length: how often each one occurred.
final class Spread {
  private static final int MAX_LENGTH = 1 << 30;

  private final NavigableMap<Integer, Long> counts = new TreeMap<>();
  private long all;

  void add(int length, long times) {
    if (times > 0) {
      counts.merge(length, times, Long::sum);
      all += times;
    }
  }

  Quantiles quantiles() {
    return new Quantiles(
        all, at(0), at(0.10), at(0.25), at(0.50), at(0.75), at(0.90), at(0.99), at(1));
  }

  /// The least length that at least this share does not exceed.
  private int at(double share) {
    long rank = Math.max(1, (long) Math.ceil(share * all));
    long passed = 0;
    for (Map.Entry<Integer, Long> entry : counts.entrySet()) {
      passed += entry.getValue();
      if (passed >= rank) {
        return entry.getKey();
      }
    }
    return 0;
  }

  /// The distributions of a role, in numbers and in the ranges 0, 1, 2–3, 4–7 … up to the longest
  /// text.
  static Lengths lengths(String role, Spread before, Spread after) {
    int longest = before.counts.isEmpty() ? 0 : before.counts.lastKey();
    List<Range> histogram = new ArrayList<>();
    for (int from = 0; from <= longest && from < MAX_LENGTH; from = Math.max(1, 2 * from)) {
      int to = Math.max(0, 2 * from - 1);
      histogram.add(new Range(from, to, new Change(before.count(from, to), after.count(from, to))));
    }
    return new Lengths(role, before.quantiles(), after.quantiles(), histogram);
  }

  private long count(int from, int to) {
    return counts.subMap(from, true, to, true).values().stream().mapToLong(Long::longValue).sum();
  }
}
