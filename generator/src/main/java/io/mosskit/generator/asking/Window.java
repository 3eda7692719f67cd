package io.mosskit.generator.asking;

import java.util.concurrent.Semaphore;

/// How many requests may be under way: more while the teacher bears it, fewer where it does not.
/// Thread-safe; requests wait in the order in which they came.
///
/// It begins at the ceiling: whoever set it knows the teacher, and one burst of refusals costs one
/// pause. It is halved by a refusal for too many requests, loses a quarter where more than a
/// quarter of as many answers as may be under way failed, and else grows by one for as many
/// (additive increase, multiplicative decrease; Chiu and Jain, 1989). Requests that were sent
/// before it was halved count no more: a burst of refusals halves it once.
final class Window {

  private final int ceiling;
  private final Permits permits;
  private int limit;
  private int generation;
  private int answers;
  private int failures;

  Window(int ceiling) {
    this.ceiling = ceiling;
    this.limit = ceiling;
    this.permits = new Permits(limit);
  }

  /// Waits until a request may be under way.
  ///
  /// @return the generation that it belongs to, to be given back with it
  int enter() throws InterruptedException {
    permits.acquire();
    synchronized (this) {
      return generation;
    }
  }

  /// A request is no longer under way.
  ///
  /// @return whether this halved the window
  synchronized boolean leave(int sentIn, Sign sign) {
    int before = generation;
    if (sentIn == generation) {
      switch (sign) {
        case TOO_MANY -> shrinkTo(limit / 2);
        case ANSWERED -> count(0);
        case FAILED -> count(1);
        case NONE -> {}
      }
    }
    permits.release();
    return generation > before && sign == Sign.TOO_MANY;
  }

  private void count(int failed) {
    answers++;
    failures += failed;
    if (answers >= limit) {
      if (4 * failures > answers) {
        shrinkTo(limit - Math.ceilDiv(limit, 4));
      } else {
        grow();
      }
      answers = 0;
      failures = 0;
    }
  }

  private void grow() {
    if (limit < ceiling) {
      limit++;
      permits.release();
    }
  }

  private void shrinkTo(int wanted) {
    int smaller = Math.max(1, wanted);
    permits.reducePermits(limit - smaller);
    limit = smaller;
    generation++;
    answers = 0;
    failures = 0;
  }

  /// How many may be under way now.
  synchronized int limit() {
    return limit;
  }

  /// Lets permits be taken back that are in use.
  private static final class Permits extends Semaphore {

    private static final long serialVersionUID = 1L;

    Permits(int permits) {
      super(permits, true);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
