package io.mosskit.inference.serve.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mosskit.inference.sampling.SamplingSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Who waits, who joins, who leaves.
class KeepsOrderTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  private final SlowBackend backend = new SlowBackend(200);
  private final Engine engine = Engine.start(backend, 16, new EngineOptions(2, 2, 200, 4, 50));

  @AfterEach
  void stop() {
    backend.allow(100_000);
    engine.close();
  }

  private static Task write(int promptLength, int most) {
    int[] prompt = new int[promptLength];
    Arrays.fill(prompt, 2);
    return write(prompt, most);
  }

  private static Task write(int[] prompt, int most) {
    Task.Drawing drawing =
        new Task.Drawing(SamplingSettings.GREEDY, new SplittableRandom(1), List.of());
    return new Task.Write(prompt, drawing, most, Task.Telling.IDS);
  }

  private static Event next(Asking asking) throws InterruptedException {
    return Objects.requireNonNull(asking.next(LONG), "nothing happened");
  }

  private static void awaitWritten(Asking asking) throws InterruptedException {
    while (!(next(asking) instanceof Event.Written)) {}
  }

  private static Event awaitEnd(Asking asking) throws InterruptedException {
    while (true) {
      Event event = next(asking);
      if (event instanceof Event.Ended || event instanceof Event.Failed) {
        return event;
      }
    }
  }

  @Test
  void aLongPromptIsReadInPiecesBesideAReplyThatGoesOn() throws Exception {
    Asking first = engine.ask(List.of(write(30, 100)));
    backend.allow(1);
    awaitWritten(first);
    Asking second = engine.ask(List.of(write(10, 5)));
    backend.allow(5);
    awaitWritten(second);
    assertThat(backend.steps().getFirst()).containsExactly(30);
    // The step under way when the second one came may have been without it.
    assertThat(backend.steps()).containsSubsequence(List.of(1, 4), List.of(1, 4), List.of(1, 2));
  }

  @Test
  void moreThanMayWaitAreRefused() throws Exception {
    Asking first = engine.ask(List.of(write(3, 100), write(3, 100)));
    backend.allow(1);
    awaitWritten(first);
    engine.ask(List.of(write(3, 1)));
    engine.ask(List.of(write(3, 1), write(3, 1), write(3, 1)));
    assertThatExceptionOfType(BusyException.class)
        .isThrownBy(() -> engine.ask(List.of(write(3, 1))))
        .withMessage("2 requests are waiting already");
    assertThat(engine.counts().waiting()).isEqualTo(2);
  }

  @Test
  void whoLeavesMakesRoomForWhoWaits() throws Exception {
    Asking first = engine.ask(List.of(write(3, 190), write(3, 190)));
    backend.allow(2);
    awaitWritten(first);
    Asking second = engine.ask(List.of(write(5, 2)));
    first.close();
    backend.allow(50);
    assertThat(awaitEnd(second)).isInstanceOf(Event.Ended.class);
    assertThat(engine.counts().cancelled()).isEqualTo(2);
    assertThat(engine.counts().writtenTokens()).isLessThan(10);
  }

  @Test
  void whoLeavesBeforeItsTurnIsForgotten() throws Exception {
    Asking first = engine.ask(List.of(write(3, 50), write(3, 50)));
    backend.allow(1);
    awaitWritten(first);
    engine.ask(List.of(write(3, 1), write(3, 1), write(3, 1))).close();
    assertThat(engine.counts().waiting()).isZero();
    assertThat(engine.counts().cancelled()).isEqualTo(3);
  }

  @Test
  void manySequencesOfOneAskerDoNotKeepAnotherWaiting() throws Exception {
    Asking many = engine.ask(List.of(write(3, 2), write(3, 2), write(3, 2), write(3, 90)));
    backend.allow(1);
    awaitWritten(many);
    Asking other = engine.ask(List.of(write(4, 3)));
    backend.allow(6);
    assertThat(awaitEnd(other)).isEqualTo(new Event.Ended(0, false));
    assertThat(engine.counts().writtenTokens()).isLessThan(20);
  }

  @Test
  void oneThatBreaksTheModelFailsAndTheNextIsAnswered() throws Exception {
    backend.allow(100_000);
    Asking broken = engine.ask(List.of(write(new int[] {2, 13, 2}, 5)));
    assertThat(awaitEnd(broken))
        .isInstanceOfSatisfying(
            Event.Failed.class, failed -> assertThat(failed.problem()).contains("bad luck"));
    Asking next = engine.ask(List.of(write(3, 5)));
    assertThat(awaitEnd(next)).isInstanceOf(Event.Ended.class);
    assertThat(engine.counts().failed()).isEqualTo(1);
    assertThat(backend.caches()).isEqualTo(2);
  }

  @Test
  void whoRunsTheServerIsToldWhatBrokeTheModel() throws Exception {
    List<Throwable> told = new CopyOnWriteArrayList<>();
    Handler handler = new Told(told);
    Logger logger = Logger.getLogger(Engine.class.getName());
    logger.addHandler(handler);
    try {
      backend.allow(100_000);
      awaitEnd(engine.ask(List.of(write(new int[] {2, 13, 2}, 5))));
    } finally {
      logger.removeHandler(handler);
    }
    assertThat(told).singleElement().isInstanceOf(IllegalStateException.class);
  }

  /// Keeps what was thrown.
  private static final class Told extends Handler {

    private final List<Throwable> thrown;

    private Told(List<Throwable> thrown) {
      this.thrown = thrown;
    }

    @Override
    public void publish(LogRecord entry) {
      thrown.add(entry.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Test
  void oneThatFindsNoPlaceIsToldAndTheOthersGoOn() throws Exception {
    backend.limitCaches(1);
    Asking first = engine.ask(List.of(write(3, 20)));
    backend.allow(1);
    awaitWritten(first);
    Asking second = engine.ask(List.of(write(3, 1)));
    backend.allow(100_000);
    assertThat(awaitEnd(second))
        .isInstanceOfSatisfying(
            Event.Failed.class, failed -> assertThat(failed.problem()).contains("no memory"));
    assertThat(awaitEnd(first)).isInstanceOf(Event.Ended.class);
    assertThat(engine.counts().failed()).isEqualTo(1);
  }

  private int cached(int[] prompt) throws Exception {
    Asking asking = engine.ask(List.of(write(prompt, 1)));
    Event begun = next(asking);
    awaitEnd(asking);
    while (engine.counts().running() > 0) {
      Thread.onSpinWait();
    }
    return ((Event.Begun) begun).cachedTokens();
  }

  /// A dialogue: four tokens that all begin with, and its own.
  private static int[] dialogue(int id, int length) {
    int[] ids = new int[length];
    Arrays.fill(ids, 2);
    Arrays.fill(ids, 4, length, id);
    return ids;
  }

  @Test
  void dialoguesThatBeginAlikeEachKeepTheirPlace() throws Exception {
    backend.allow(100_000);
    assertThat(cached(dialogue(3, 40))).isZero();
    assertThat(cached(dialogue(4, 40))).isZero();
    assertThat(cached(dialogue(3, 60))).isEqualTo(40);
    assertThat(cached(dialogue(4, 60))).isEqualTo(40);
    assertThat(backend.caches()).isEqualTo(2);
  }

  @Test
  void aNewDialogueTakesThePlaceThatWasLeftAloneTheLongest() throws Exception {
    backend.allow(100_000);
    cached(dialogue(3, 60));
    cached(dialogue(4, 20));
    assertThat(cached(dialogue(5, 30))).as("of the first one").isEqualTo(4);
    assertThat(cached(dialogue(4, 40))).as("the second goes on").isEqualTo(20);
    assertThat(cached(dialogue(5, 50))).as("the third goes on").isEqualTo(30);
  }

  @Test
  void whoeverWaitsWhenItStopsIsTold() throws Exception {
    Asking first = engine.ask(List.of(write(3, 190), write(3, 190), write(3, 190)));
    backend.allow(1);
    awaitWritten(first);
    Thread closing = Thread.ofPlatform().start(engine::close);
    while (closing.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    backend.allow(100_000);
    for (int ends = 0; ends < 3; ) {
      Event event = next(first);
      assertThat(event).isNotInstanceOf(Event.Ended.class);
      ends += event instanceof Event.Failed ? 1 : 0;
    }
    Asking late = engine.ask(List.of(write(3, 1)));
    assertThat(awaitEnd(late)).isEqualTo(new Event.Failed(0, "the server has stopped"));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> engine.ask(List.of(write(200, 1))))
        .withMessage("200 tokens for a context of 200");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> engine.ask(List.of(write(new int[] {16}, 1))))
        .withMessage("token id 16 of 16");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> write(0, 1))
        .withMessage("a prompt has at least one token");
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> EngineOptions.of(0, 1, 10))
        .withMessage("parallel is 0; expected at least 1");
  }
}
