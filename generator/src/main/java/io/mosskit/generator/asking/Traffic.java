package io.mosskit.generator.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;

/// What goes to the teachers and comes back, in this start. Thread-safe.
public final class Traffic {

  /// How far back a rate looks.
  private static final Duration RECENT = Duration.ofSeconds(30);

  private final Deque<Answered> recent = new ArrayDeque<>();
  private final SortedMap<String, Latency> latencies = new TreeMap<>();
  private long recentTokens;
  private Instant begun = Instant.MAX;

  private record Answered(Instant at, long tokens) {}

  /// How long the answers of a stage took.
  ///
  /// @param answers how many
  /// @param total all their times together
  public record Latency(long answers, Duration total) {

    /// How long one takes on average.
    public Duration mean() {
      return total.dividedBy(answers);
    }
  }

  /// How fast it goes.
  ///
  /// @param requests answered in a second
  /// @param tokens of requests and answers in a second
  public record Speed(double requests, double tokens) {}

  synchronized void answered(String stage, long tokens, Instant sentAt, Instant now) {
    begun = sentAt.isBefore(begun) ? sentAt : begun;
    Latency one = new Latency(1, Duration.between(sentAt, now));
    latencies.merge(
        stage, one, (old, _) -> new Latency(old.answers() + 1, old.total().plus(one.total())));
    recent.add(new Answered(now, tokens));
    recentTokens += tokens;
    forget(now);
  }

  private void forget(Instant now) {
    Instant old = now.minus(RECENT);
    while (!recent.isEmpty() && recent.getFirst().at().isBefore(old)) {
      recentTokens -= recent.removeFirst().tokens();
    }
  }

  /// How fast it went in the last half minute.
  public synchronized Speed speed(Instant now) {
    forget(now);
    Duration looked = Duration.between(begun.isBefore(now) ? begun : now, now);
    double seconds = Math.max(1, Math.min(looked.toMillis(), RECENT.toMillis()) / 1000.0);
    return new Speed(recent.size() / seconds, recentTokens / seconds);
  }

  /// How long answers took, by stage.
  public synchronized SortedMap<String, Latency> latencies() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(latencies));
  }
}
