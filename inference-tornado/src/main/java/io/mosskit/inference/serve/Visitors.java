package io.mosskit.inference.serve;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Who is being answered; once closed, nobody new. Thread-safe.
final class Visitors {

  private int inside;
  private boolean closed;

  /// Lets somebody in, if it is open.
  synchronized boolean enter() {
    if (!closed) {
      inside++;
    }
    return !closed;
  }

  synchronized void leave() {
    inside--;
    notifyAll();
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /// Lets nobody in any more.
  synchronized void close() {
    closed = true;
  }

  /// Waits until all have left, for so long at most.
  ///
  /// @return how many are still there
  synchronized int await(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    for (long left = time.toNanos(); inside > 0 && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return inside;
  }
}
