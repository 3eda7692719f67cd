package io.mosskit.generator.rehearsal;

import io.mosskit.generator.rehearsal.script.Chance;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Decides which request meets which fault. It remembers, for as long as the teacher runs, how
/// often each request came (some 100 bytes a request), and nothing where no fault can occur.
/// Thread-safe.
final class FaultPlan {

  private final Faults faults;
  private final long seed;
  private final Map<String, Integer> seen = new ConcurrentHashMap<>();

  FaultPlan(Faults faults, long seed) {
    this.faults = faults;
    this.seed = seed;
  }

  /// The fault for the next time that a request comes.
  Optional<Fault> next(String identity) {
    if (!faults.occur()) {
      return Optional.empty();
    }
    int times = seen.merge(Chance.name(seed, "seen", identity), 1, Integer::sum);
    double drawn = Chance.of(seed, "fault " + times, identity).nextDouble();
    for (Map.Entry<Fault, Double> share : faults.shares().entrySet()) {
      drawn -= share.getValue();
      if (drawn < 0) {
        return Optional.of(share.getKey());
      }
    }
    return Optional.empty();
  }
}
