package io.mosskit.generator.asking;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.TeacherPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// When the next request may go to a teacher: no more at once than it bears, no more in a minute
/// than it is meant to bear, and none while it wants to be left alone or does not answer.
/// Thread-safe.
final class Pace {

  private final TeacherPlan plan;
  private final long randomSeed;
  private final Time time;
  private final Window window;
  private final Rate requests;
  private final Rate tokens;
  private final Breaker breaker;
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicReference<Instant> quietUntil = new AtomicReference<>(Instant.MIN);

  Pace(TeacherPlan plan, long randomSeed, Time time) {
    this.plan = plan;
    this.randomSeed = randomSeed;
    this.time = time;
    this.window = new Window(plan.concurrency());
    this.requests = new Rate(plan.rates().requests());
    this.tokens = new Rate(plan.rates().tokens());
    this.breaker = new Breaker(plan, time, failures -> pauseAfter(failures, plan.name()));
  }

  /// Leave to send a request.
  ///
  /// @param generation of the window that it belongs to
  /// @param trial whether it goes alone, to see whether the teacher answers again
  /// @param estimate of its tokens and its answer's
  record Turn(int generation, boolean trial, long estimate) {}

  /// Waits until a request may go out; it is under way until [#back]. Where the teacher has been
  /// given up it returns at once, and the request is not to be sent.
  Turn go(long estimate) throws InterruptedException {
    int generation = window.enter();
    try {
      if (givenUp().isEmpty()) {
        sleep(requests.take(1, time.now()));
        sleep(tokens.take(estimate, time.now()));
        for (Duration left = quietLeft(); left.isPositive(); left = quietLeft()) {
          time.sleep(left);
        }
      }
      boolean trial = breaker.pass();
      underWay.incrementAndGet();
      return new Turn(generation, trial, estimate);
    } catch (InterruptedException e) {
      window.leave(generation, Sign.NONE);
      throw e;
    }
  }

  private void sleep(Duration wait) throws InterruptedException {
    if (wait.isPositive()) {
      time.sleep(wait);
    }
  }

  private Duration quietLeft() {
    Instant until = quietUntil.get();
    return until.equals(Instant.MIN) || givenUp().isPresent()
        ? Duration.ZERO
        : Duration.between(time.now(), until);
  }

  /// A request is no longer under way.
  ///
  /// @param used its tokens and its answer's, as far as they are known
  /// @param message what was wrong, where something was
  void back(Turn turn, Sign sign, long used, String message) {
    underWay.decrementAndGet();
    if (sign == Sign.ANSWERED) {
      answered.set(true);
    }
    tokens.correct(used - turn.estimate());
    breaker.tell(sign, turn.trial(), message);
    if (window.leave(turn.generation(), sign)) {
      breaker.refusedRound(message);
    }
  }

  /// A request was refused because there were too many. Where the teacher has answered another one
  /// since it last refused one, that request waits alone; else nobody asks for a while.
  ///
  /// @param asked how long the teacher asks for; where it asks for too little again and again, the
  ///   wait grows all the same
  /// @param failures how often in a row the request failed that was refused
  /// @return how long that request is to wait, nothing where everybody waits
  Duration quiet(Optional<Duration> asked, int failures, String requestId) {
    int inARow = asked.isEmpty() ? failures : breaker.refusedRounds();
    Duration own = inARow > 1 || asked.isEmpty() ? pauseAfter(inARow, requestId) : Duration.ZERO;
    Duration wanted = asked.orElse(Duration.ZERO);
    Duration wait = own.compareTo(wanted) > 0 ? own : wanted;
    boolean alone = answered.getAndSet(false);
    if (bears(wait) && !alone) {
      Instant until = time.now().plus(wait);
      quietUntil.accumulateAndGet(until, (old, later) -> later.isAfter(old) ? later : old);
    }
    return alone && givenUp().isEmpty() ? wait : Duration.ZERO;
  }

  /// Whether the plan bears so long a wait; where it does not, the teacher is given up.
  boolean bears(Duration wait) {
    Duration longest = plan.patience().longestWait();
    boolean bearable = wait.compareTo(longest) <= 0;
    if (!bearable) {
      breaker.giveUp(
          ("it asks to be left alone for %,d seconds, and longest-wait is %,d seconds; raise it, or start"
                  + " the run again later")
              .formatted(wait.toSeconds(), longest.toSeconds()));
    }
    return bearable;
  }

  /// Why the teacher cannot be had in this start, where that is so.
  Optional<String> givenUp() {
    return breaker.givenUp();
  }

  /// How many requests are under way.
  int underWay() {
    return underWay.get();
  }

  /// How many may be.
  int limit() {
    return window.limit();
  }

  /// How long to wait after the n-th failure of a request in a row: doubled each time, up to the
  /// longest, and a random share of up to one half off, so that those who failed together do not
  /// come back together.
  Duration pauseAfter(int failures, String requestId) {
    double longest = plan.patience().longestPause().toNanos();
    double first = plan.patience().firstPause().toNanos();
    double full = Math.min(longest, Math.scalb(first, failures - 1));
    double share = 1 - Dice.of(randomSeed, "pause", requestId, failures).share() / 2;
    return Duration.ofNanos((long) (full * share));
  }
}
