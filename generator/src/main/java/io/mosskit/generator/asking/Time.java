package io.mosskit.generator.asking;

import java.time.Duration;
import java.time.Instant;

/// What a run knows of time.
public interface Time {

  Instant now();

  /// Waits, or ends where the thread is told to stop.
  void sleep(Duration duration) throws InterruptedException;

  /// The time on the wall.
  static Time ofTheWall() {
    return new Time() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }
}
