package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.progress.Progress.Step;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShowsProgressTest {

  private final StringWriter shown = new StringWriter();
  private final HandClock clock = new HandClock();

  /// A clock that is moved by hand.
  private static final class HandClock extends Clock {

    private Instant now = Instant.parse("2023-04-20T00:00:00Z");

    void forward(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private ProgressLine progress(boolean interactive) {
    return new ProgressLine(new PrintWriter(shown), interactive, clock);
  }

  private static Step step(String stage, long done, long total) {
    return new Step(stage, done, total, "records", Map.of());
  }

  @Test
  void aTerminalLineIsWrittenOverItselfAndLeftInTheEnd() {
    try (ProgressLine progress = progress(true)) {
      progress.at(step("read", 1, 1000));
      clock.forward(Duration.ofSeconds(1));
      progress.at(step("read", 10, 0));
    }
    String longer = "\rread: 1 of 1,000 records (0 %)";
    String shorter = "\rread: 10 records, 10.0/s";
    assertThat(shown.toString())
        .startsWith(longer + shorter + " ".repeat(longer.length() - shorter.length()))
        .endsWith(System.lineSeparator());
  }

  @Test
  void aTerminalIsNotWrittenToMoreThanTenTimesASecond() {
    try (ProgressLine progress = progress(true)) {
      for (int i = 0; i < 1000; i++) {
        progress.at(step("read", i, 1000));
        clock.forward(Duration.ofMillis(1));
      }
    }
    assertThat(shown.toString().chars().filter(c -> c == '\r').count()).isBetween(10L, 12L);
  }

  @Test
  void aLogHasALineEveryTenSecondsAndOneForTheEndOfEachStage() {
    try (ProgressLine progress = progress(false)) {
      for (int i = 1; i <= 25; i++) {
        clock.forward(Duration.ofSeconds(1));
        progress.at(step("read", i, 25));
      }
      clock.forward(Duration.ofSeconds(1));
      progress.at(step("dialogues", 1, 2));
    }
    assertThat(shown.toString()).doesNotContain("\r");
    assertThat(shown.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("read: 11 of 25 records (44 %)"),
            line -> assertThat(line).startsWith("read: 21 of 25 records (84 %)"),
            line -> assertThat(line).startsWith("read: 25 of 25 records (100 %)"),
            line -> assertThat(line).startsWith("dialogues: 1 of 2 records (50 %)"));
  }

  @Test
  void aStepThatWasShownIsNotShownAgainInTheEnd() {
    try (ProgressLine progress = progress(false)) {
      progress.at(step("read", 1, 2));
      clock.forward(Duration.ofSeconds(10));
      progress.at(step("read", 2, 2));
    }
    assertThat(shown.toString().lines()).hasSize(1);
  }

  @Test
  void nothingIsShownWhereNothingHappened() {
    progress(true).close();
    progress(false).close();
    assertThat(shown.toString()).isEmpty();
  }

  @Test
  void rateAndTimeLeftFollowFromTheStageAlone() {
    assertThat(ProgressLine.describe(step("read", 100, 400), Duration.ofSeconds(20)))
        .isEqualTo("read: 100 of 400 records (25 %), 5.0/s, 1:00 left");
    assertThat(ProgressLine.describe(step("read", 1, 7201), Duration.ofSeconds(1)))
        .endsWith("1.0/s, 2:00:00 left");
    assertThat(ProgressLine.describe(step("read", 0, 400), Duration.ofSeconds(20)))
        .isEqualTo("read: 0 of 400 records (0 %), 0.0/s");
  }

  @Test
  void remarksFollowTheTimeAndALineFitsOnATerminal() {
    Step step =
        new Step("dialogues", 20, 40, "dialogues", Map.of("repeated", 3L))
            .withRemarks(List.of("$0.1200 of $0.50", "8/16 in flight"));
    assertThat(ProgressLine.describe(step, Duration.ofSeconds(10)))
        .isEqualTo(
            "dialogues: 20 of 40 (50 %), 2.0/s, 0:10 left, $0.1200 of $0.50, 8/16 in flight,"
                + " repeated 3");
    try (ProgressLine progress = progress(true)) {
      progress.at(step.withRemarks(List.of("很长 long ".repeat(20))));
    }
    assertThat(shown.toString().strip()).hasSize(119).endsWith("…");
  }

  @Test
  void bytesAreMegabytesAndCountsFollowInTheirOrder() {
    Step step = new Step("curate", 1_500_000, 3_000_000, "bytes", Map.of("kept", 7L));
    assertThat(ProgressLine.describe(step, Duration.ZERO))
        .isEqualTo("curate: 1.5 of 3.0 MB (50 %), kept 7");
  }
}
