package io.mosskit.generator.asking;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.testing.FakeTime;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TriesADeadTeacherAloneTest {

  private static final TeacherPlan PLAN = TeacherPlan.of("死 dead").withAttempts(3);

  private final FakeTime time = new FakeTime();
  private final Breaker breaker =
      new Breaker(PLAN, time, failures -> Duration.ofSeconds(1L << failures));

  private void failTenTimes() throws Exception {
    for (int i = 0; i < 10; i++) {
      assertThat(breaker.pass()).isFalse();
      breaker.tell(Sign.FAILED, false, "连不上 refused");
    }
  }

  @Test
  void anAnswerInBetweenKeepsItClosed() throws Exception {
    for (int i = 0; i < 30; i++) {
      assertThat(breaker.pass()).isFalse();
      breaker.tell(i % 10 == 9 ? Sign.ANSWERED : Sign.FAILED, false, "");
    }
    assertThat(time.slept()).isEmpty();
  }

  @Test
  void afterTenFailuresOneTriesAfterPausesThatDouble() throws Exception {
    failTenTimes();
    assertThat(breaker.pass()).isTrue();
    breaker.tell(Sign.FAILED, true, "");
    assertThat(breaker.pass()).isTrue();
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(4));
    breaker.tell(Sign.ANSWERED, true, "");
    assertThat(breaker.pass()).isFalse();
    assertThat(breaker.givenUp()).isEmpty();
  }

  @Test
  void failuresOfThoseWhoWereUnderWayProlongNothing() throws Exception {
    failTenTimes();
    breaker.tell(Sign.FAILED, false, "");
    breaker.tell(Sign.FAILED, false, "");
    assertThat(breaker.pass()).isTrue();
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(2));
  }

  @Test
  void aTeacherThatNeverAnswersIsGivenUpAfterAsManyTrialsAsAttempts() throws Exception {
    failTenTimes();
    for (int i = 0; i < 3; i++) {
      assertThat(breaker.givenUp()).isEmpty();
      assertThat(breaker.pass()).isTrue();
      breaker.tell(Sign.FAILED, true, "连不上 refused");
    }
    assertThat(breaker.givenUp().orElseThrow())
        .isEqualTo(
            "死 dead cannot be had: it failed 13 times in a row, the last time so: 连不上 refused");
    assertThat(breaker.pass()).isFalse();
  }

  @Test
  void nothingButRefusalsGivesItUpToo() {
    for (int i = 0; i < 3; i++) {
      assertThat(breaker.givenUp()).isEmpty();
      breaker.tell(Sign.TOO_MANY, false, "429");
      breaker.refusedRound("429");
    }
    assertThat(breaker.givenUp().orElseThrow()).contains("refused all requests in 3 rounds", "429");
  }

  @Test
  void theOthersWaitForTheOneThatTries() throws Exception {
    failTenTimes();
    assertThat(breaker.pass()).isTrue();
    CountDownLatch let = new CountDownLatch(1);
    Thread other =
        Thread.ofVirtual()
            .start(() -> {
              try {
                assertThat(breaker.pass()).isFalse();
                let.countDown();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            });
    while (other.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    assertThat(let.getCount()).isEqualTo(1);
    breaker.tell(Sign.ANSWERED, true, "");
    let.await();
    assertThat(time.slept()).hasSize(1);
  }
}
