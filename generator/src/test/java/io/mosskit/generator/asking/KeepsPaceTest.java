package io.mosskit.generator.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.testing.FakeTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeepsPaceTest {

  private final FakeTime time = new FakeTime();

  /// Answers as many requests at once as the window lets go.
  private static void round(Window window, int requests, Sign sign) throws Exception {
    Deque<Integer> underWay = new ArrayDeque<>();
    for (int i = 0; i < requests; i++) {
      underWay.add(window.enter());
    }
    while (!underWay.isEmpty()) {
      window.leave(underWay.remove(), sign);
    }
  }

  @Test
  void theWindowBeginsAtTheCeilingAndStaysThere() throws Exception {
    Window window = new Window(1000);
    assertThat(window.limit()).isEqualTo(1000);
    round(window, 1000, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(1000);
  }

  @Test
  void aBurstOfRefusalsHalvesTheWindowOnce() throws Exception {
    Window window = new Window(64);
    round(window, 64, Sign.TOO_MANY);
    assertThat(window.limit()).isEqualTo(32);
    round(window, 1, Sign.TOO_MANY);
    assertThat(window.limit()).isEqualTo(16);
  }

  @Test
  void afterASetbackItGrowsByOneForEachRoundOfAnswers() throws Exception {
    Window window = new Window(16);
    round(window, 1, Sign.TOO_MANY);
    assertThat(window.limit()).isEqualTo(8);
    round(window, 7, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(8);
    round(window, 1, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(9);
    round(window, 9, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(10);
  }

  @Test
  void failuresTakeAQuarterOnlyWhereTheyAreMany() throws Exception {
    Window window = new Window(16);
    round(window, 4, Sign.FAILED);
    round(window, 12, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(16);
    round(window, 5, Sign.FAILED);
    round(window, 11, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(12);
  }

  @Test
  void oneRequestIsAlwaysLetThrough() throws Exception {
    Window window = new Window(2);
    for (int i = 0; i < 5; i++) {
      round(window, 1, Sign.TOO_MANY);
    }
    assertThat(window.limit()).isEqualTo(1);
    round(window, 1, Sign.ANSWERED);
    assertThat(window.limit()).isEqualTo(2);
  }

  @Test
  void noMinuteHoldsMoreThanTheRateAndOneSecondsWorth() {
    Rate rate = new Rate(60);
    Instant begin = time.now();
    List<Duration> waits = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waits.add(rate.take(1, begin));
    }
    assertThat(waits)
        .containsExactly(
            Duration.ZERO,
            Duration.ZERO,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            Duration.ofSeconds(3));
    assertThat(rate.take(1, begin.plusSeconds(4))).isZero();
    assertThat(new Rate(0).take(1_000_000, begin)).isZero();
  }

  @Test
  void aTokenRateIsCorrectedByWhatWasUsed() throws Exception {
    TeacherPlan plan = TeacherPlan.of("m").withRates(new TeacherPlan.Rates(0, 6000));
    Pace pace = new Pace(plan, 42, time);
    Pace.Turn first = pace.go(1000);
    assertThat(time.slept()).isEmpty();
    pace.back(first, Sign.ANSWERED, 100, "");
    pace.go(1000);
    assertThat(time.slept()).isEmpty();
    pace.go(1000);
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(10));
  }

  @Test
  void tooManyRequestsAgainAndAgainMakeLongerPausesThanTheTeacherAsksFor() throws Exception {
    TeacherPlan plan = TeacherPlan.of("m").withPauses(Duration.ofSeconds(8), Duration.ofSeconds(8));
    Pace pace = new Pace(plan, 42, time);
    for (int i = 1; i <= 3; i++) {
      Pace.Turn turn = pace.go(0);
      pace.back(turn, Sign.TOO_MANY, 0, "慢一点 slow down");
      pace.quiet(Optional.of(Duration.ofSeconds(1)), 1, "r-" + i);
    }
    pace.go(0);
    assertThat(time.slept().getFirst()).isEqualTo(Duration.ofSeconds(1));
    assertThat(time.slept().subList(1, 3))
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8)));
  }

  @Test
  void aRequestThatIsRefusedWhileOthersAreAnsweredWaitsAlone() throws Exception {
    Pace pace = new Pace(TeacherPlan.of("m"), 42, time);
    pace.back(pace.go(0), Sign.ANSWERED, 0, "");
    pace.back(pace.go(0), Sign.TOO_MANY, 0, "慢一点 slow down");
    Duration alone = pace.quiet(Optional.of(Duration.ofSeconds(9)), 1, "r-1");
    pace.go(0);
    assertThat(alone).isEqualTo(Duration.ofSeconds(9));
    assertThat(time.slept()).as("nobody else waits").isEmpty();

    Duration again = pace.quiet(Optional.of(Duration.ofSeconds(9)), 1, "r-2");
    pace.go(0);
    assertThat(again).isZero();
    assertThat(time.slept()).as("no answer since: all wait").hasSize(1);
  }

  @Test
  void aPauseLongerThanThePlanBearsEndsTheAsking() throws Exception {
    TeacherPlan plan = TeacherPlan.of("通义 qwen").withLongestWait(Duration.ofMinutes(1));
    Pace pace = new Pace(plan, 42, time);
    pace.quiet(Optional.of(Duration.ofHours(2)), 1, "r-1");
    assertThat(pace.givenUp().orElseThrow())
        .contains("通义 qwen", "7,200 seconds", "60 seconds", "longest-wait");
    pace.go(0);
    assertThat(time.slept()).isEmpty();
  }
}
