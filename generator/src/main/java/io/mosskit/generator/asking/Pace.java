package io.mosskit.generator.asking;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.TeacherPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;

/// When the next request may go out: no more than so many at once, and none while the teacher wants
/// to be left alone. Thread-safe.
final class Pace {

  private final TeacherPlan plan;
  private final long randomSeed;
  private final Time time;
  private final Semaphore underWay;
  private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

  Pace(TeacherPlan plan, long randomSeed, Time time) {
    this.plan = plan;
    this.randomSeed = randomSeed;
    this.time = time;
    this.underWay = new Semaphore(plan.concurrency());
  }

  /// Waits until a request may go out; it is under way until [#back].
  void go() throws InterruptedException {
    underWay.acquire();
    try {
      for (Duration left = quietLeft(); left.isPositive(); left = quietLeft()) {
        time.sleep(left);
      }
    } catch (InterruptedException e) {
      underWay.release();
      throw e;
    }
  }

  private Duration quietLeft() {
    Instant until = quietUntil.get();
    return until.equals(Instant.MIN) ? Duration.ZERO : Duration.between(time.now(), until);
  }

  void back() {
    underWay.release();
  }

  /// Lets nobody ask for so long.
  void quiet(Duration duration) {
    Instant until = time.now().plus(duration);
    quietUntil.accumulateAndGet(until, (old, wanted) -> wanted.isAfter(old) ? wanted : old);
  }

  /// How long to wait after the n-th failure of a request in a row: doubled each time, up to the
  /// longest, and a random share of up to one half off, so that those who failed together do not
  /// come back together.
  Duration pauseAfter(int failures, String requestId) {
    double longest = plan.longestPause().toNanos();
    double full = Math.min(longest, Math.scalb((double) plan.firstPause().toNanos(), failures - 1));
    double share = 1 - Dice.of(randomSeed, "pause", requestId, failures).share() / 2;
    return Duration.ofNanos((long) (full * share));
  }
}
