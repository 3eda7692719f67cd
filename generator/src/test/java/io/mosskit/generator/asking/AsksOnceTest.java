package io.mosskit.generator.asking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.store.RunStore;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Form;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.chat.Sampling;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsksOnceTest {

  private static final ChatReply REPLY = new ChatReply("你好 hello", Finish.STOP, 1, 2, "m");
  private static final TeacherPlan PLAN =
      TeacherPlan.of("m").withAttempts(4).withPauses(Duration.ofSeconds(1), Duration.ofSeconds(3));

  @TempDir Path folder;
  private final FakeTime time = new FakeTime();
  private final Deque<Object> script = new ArrayDeque<>();
  private final ChatModel teacher =
      _ -> {
        Object next = script.remove();
        if (next instanceof ChatException e) {
          throw e;
        }
        return (ChatReply) next;
      };
  private RunStore store;

  @BeforeEach
  void open() throws Exception {
    store = RunStore.open(folder, new LinkedHashMap<>(Map.of("seed", "1")));
  }

  @AfterEach
  void close() throws Exception {
    store.close();
  }

  private Asker asker() {
    return new Asker(
        store,
        new Teachers(List.of(PLAN), Map.of("m", teacher), 42, time),
        new Purse(Budget.UNLIMITED, Spent.NOTHING),
        time);
  }

  private static Question question(String id) {
    return new Question(
        "reply",
        "d, turn 1",
        "m",
        new ChatRequest(
            List.of(new Message(Role.USER, "你好")), new Sampling(1, 1, 9, 3), Form.TEXT, id));
  }

  private static ChatException failure(Kind kind) {
    return new ChatException(kind, "the " + kind + " failure");
  }

  @Test
  void takesTheSecondAnswerFromTheJournal() throws Exception {
    script.add(REPLY);
    Asker asker = asker();
    assertThat(asker.ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
    assertThat(asker.ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
    assertThat(asker.sent()).isEqualTo(1);
    assertThat(asker.reused()).isEqualTo(1);
  }

  @Test
  void asksAgainWhileAFailureMayPass() throws Exception {
    script.addAll(
        List.of(failure(Kind.UNAVAILABLE), failure(Kind.BROKEN_ANSWER), failure(Kind.UNAVAILABLE)));
    script.add(REPLY);
    assertThat(asker().ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
    assertThat(time.slept()).hasSize(3);
    assertThat(time.slept().get(0)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(time.slept().get(1)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(time.slept().get(2)).isBetween(Duration.ofMillis(1500), Duration.ofSeconds(3));
  }

  @Test
  void givesUpForThisStartAndMayBeAskedAgain() throws Exception {
    for (int i = 0; i < 4; i++) {
      script.add(failure(Kind.UNAVAILABLE));
    }
    assertThat(asker().ask(question("r-1")))
        .isEqualTo(new Answer.Missing("the UNAVAILABLE failure"));
    assertThat(script).isEmpty();
    script.add(REPLY);
    assertThat(asker().ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
    assertThat(store.usage().attempts()).isEqualTo(5);
  }

  @Test
  void letsNobodyAskWhileTheTeacherWantsToBeLeftAlone() throws Exception {
    script.add(new ChatException(Kind.RATE_LIMITED, "slow", Duration.ofSeconds(20), null));
    script.add(REPLY);
    script.add(REPLY);
    Asker asker = asker();
    assertThat(asker.ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
    assertThat(time.slept()).containsExactly(Duration.ofSeconds(20));
    assertThat(asker.ask(question("r-2"))).isEqualTo(new Answer.Given(REPLY));
    assertThat(time.slept()).hasSize(1);

    Pace pace = new Pace(PLAN, 42, time);
    pace.quiet(Optional.of(Duration.ofSeconds(7)), 1, "r-3");
    pace.quiet(Optional.of(Duration.ofSeconds(5)), 1, "r-3");
    pace.go(0);
    assertThat(time.slept()).endsWith(Duration.ofSeconds(7));
  }

  @Test
  void keepsARefusalAndDoesNotAskAgain() throws Exception {
    script.add(failure(Kind.BAD_REQUEST));
    Answer refused = new Answer.Refused("the BAD_REQUEST failure");
    assertThat(asker().ask(question("r-1"))).isEqualTo(refused);
    assertThat(asker().ask(question("r-1"))).isEqualTo(refused);
  }

  @Test
  void endsTheRunWhereNoRequestCanSucceed() throws Exception {
    script.add(failure(Kind.MISCONFIGURED));
    assertThatThrownBy(() -> asker().ask(question("r-1")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.TEACHER_MISCONFIGURED))
        .hasMessage("the MISCONFIGURED failure");
    script.add(REPLY);
    assertThat(asker().ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
  }

  @Test
  void asksAnythingElseUnderTheSameIdOnceToo() throws Exception {
    ChatReply other = new ChatReply("再见 bye", Finish.STOP, 1, 2, "m");
    script.addAll(List.of(REPLY, other));
    Question changed =
        new Question(
            "reply",
            "d, turn 1",
            "m",
            new ChatRequest(
                List.of(new Message(Role.USER, "再见")), new Sampling(1, 1, 9, 3), Form.TEXT, "r-1"));
    for (int time = 0; time < 2; time++) {
      assertThat(asker().ask(question("r-1"))).isEqualTo(new Answer.Given(REPLY));
      assertThat(asker().ask(changed)).isEqualTo(new Answer.Given(other));
    }
    assertThat(store.usage().requests()).isEqualTo(store.usage().attempts()).isEqualTo(2);
  }

  @Test
  void usesTheReplyAsItWillBeReadBack() throws Exception {
    script.add(new ChatReply("half \ud83d 半", Finish.STOP, 1, 2, "m"));
    Answer first = asker().ask(question("r-1"));
    assertThat(asker().ask(question("r-1"))).isEqualTo(first);
    assertThat(first)
        .isEqualTo(new Answer.Given(new ChatReply("half ? 半", Finish.STOP, 1, 2, "m")));
  }

  @Test
  void refusesARequestWithoutAnId() {
    assertThatThrownBy(() -> question("")).hasMessageContaining("has an id");
  }
}
