package io.mosskit.curation;

import io.mosskit.curation.CurationSummary.Quantiles;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The exact distribution of a length: how often each one occurred.
final class Spread {
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
}
