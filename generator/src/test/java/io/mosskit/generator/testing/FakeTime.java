package io.mosskit.generator.testing;

import io.mosskit.generator.asking.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A time that passes only while somebody sleeps.
public final class FakeTime implements Time {

  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final List<Duration> slept = new ArrayList<>();

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    now = now.plus(duration);
    slept.add(duration);
  }

  /// How long somebody slept, each time.
  public synchronized List<Duration> slept() {
    return List.copyOf(slept);
  }
}
