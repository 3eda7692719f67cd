package io.mosskit.generator.rehearsal;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/// How many requests for chat completions had which outcome so far.
public record RequestCounts(Map<Outcome, Long> counts) {

  public RequestCounts {
    Map<Outcome, Long> copy = new EnumMap<>(Outcome.class);
    copy.putAll(counts);
    counts = Collections.unmodifiableMap(copy);
  }

  /// The number with that outcome.
  public long of(Outcome outcome) {
    return counts.getOrDefault(outcome, 0L);
  }

  /// The number of all.
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
