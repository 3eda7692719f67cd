package io.mosskit.generator.asking;

import java.time.Duration;
import java.time.Instant;

/// Spreads requests over time, so that no minute holds more of something than a limit, but for what
/// one second may hold on top. Thread-safe.
///
/// It is a bucket of tokens, written as the time from which it is no longer overdrawn (generic cell
/// rate algorithm, ITU-T I.371).
final class Rate {

  private static final Duration BURST = Duration.ofSeconds(1);
  private static final double MINUTE = Duration.ofMinutes(1).toNanos();

  private final long aMinute;
  private Instant due = Instant.MIN;

  /// @param aMinute 0 for no limit
  Rate(long aMinute) {
    this.aMinute = aMinute;
  }

  /// Takes so much.
  ///
  /// @return how long to wait before it may be used
  synchronized Duration take(long amount, Instant now) {
    if (aMinute == 0) {
      return Duration.ZERO;
    }
    Instant earliest = now.minus(BURST);
    if (due.isBefore(earliest)) {
      due = earliest;
    }
    Duration wait = due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    add(amount);
    return wait;
  }

  /// Takes more, or gives back where it is negative, once it is known how much was used.
  synchronized void correct(long amount) {
    if (aMinute > 0) {
      add(amount);
    }
  }

  private void add(long amount) {
    due = due.plusNanos((long) (amount * MINUTE / aMinute));
  }
}
