package io.mosskit.generator.asking;

import io.mosskit.generator.plan.TeacherPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// Keeps requests back from a teacher that does not answer. After ten failures in a row nobody asks
/// for a while; then one request tries, alone. If it fails too, the next one tries after a longer
/// pause, until so many have failed in a row as the plan has attempts: then the teacher cannot be
/// had in this start. Any answer ends that. Thread-safe.
final class Breaker {

  private static final int FAILURES_IN_A_ROW = 10;

  private final TeacherPlan plan;
  private final Time time;
  private final IntFunction<Duration> pauses;
  private int failures;
  private int failedTrials;
  private int refusedRounds;
  private @Nullable Instant openUntil;
  private boolean onTrial;
  private @Nullable String givenUp;

  /// @param pauses how long to wait after the n-th failure in a row
  Breaker(TeacherPlan plan, Time time, IntFunction<Duration> pauses) {
    this.plan = plan;
    this.time = time;
    this.pauses = pauses;
  }

  /// Waits until a request may be sent, or until none may be any more.
  ///
  /// @return whether the request is on trial, which [#tell] must then be told
  boolean pass() throws InterruptedException {
    Duration pause = toTrial();
    if (pause.isNegative()) {
      return false;
    }
    try {
      time.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      tell(Sign.NONE, true, "");
      throw e;
    }
  }

  /// How long to wait before going on trial; negative where the request goes as one of many.
  private synchronized Duration toTrial() throws InterruptedException {
    while (openUntil != null && onTrial && givenUp == null) {
      wait();
    }
    if (openUntil == null || givenUp != null) {
      return Duration.ofSeconds(-1);
    }
    onTrial = true;
    Duration left = Duration.between(time.now(), openUntil);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /// Takes note of what came of a request.
  ///
  /// @param trial whether it was on trial
  /// @param message what was wrong, where something was
  synchronized void tell(Sign sign, boolean trial, String message) {
    if (trial) {
      onTrial = false;
    }
    switch (sign) {
      case ANSWERED -> {
        refusedRounds = 0;
        close();
      }
      case TOO_MANY -> close();
      case FAILED -> fail(trial, message);
      case NONE -> {}
    }
    notifyAll();
  }

  private void close() {
    failures = 0;
    failedTrials = 0;
    openUntil = null;
  }

  private void fail(boolean trial, String message) {
    failures++;
    if (openUntil == null && failures >= FAILURES_IN_A_ROW) {
      openUntil = time.now().plus(pauses.apply(1));
    } else if (trial && openUntil != null) {
      failedTrials++;
      openUntil = time.now().plus(pauses.apply(failedTrials + 1));
      if (failedTrials >= plan.attempts()) {
        giveUp("it failed %d times in a row, the last time so: %s".formatted(failures, message));
      }
    }
  }

  /// Since the last answer, requests were refused as too many once more.
  synchronized void refusedRound(String message) {
    refusedRounds++;
    if (refusedRounds >= plan.attempts()) {
      giveUp(
          "it refused all requests in %d rounds, the last time so: %s"
              .formatted(refusedRounds, message));
    }
  }

  /// How often in a row requests were refused as too many, without an answer in between.
  synchronized int refusedRounds() {
    return refusedRounds;
  }

  /// Ends all asking in this start.
  synchronized void giveUp(String why) {
    if (givenUp == null) {
      givenUp = plan.name() + " cannot be had: " + why;
      notifyAll();
    }
  }

  /// Why the teacher cannot be had in this start, where that is so.
  synchronized Optional<String> givenUp() {
    return Optional.ofNullable(givenUp);
  }
}
