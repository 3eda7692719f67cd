package io.mosskit.generator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsARunTest {

  private static final JournalRequest REQUEST =
      new JournalRequest("r-1", "reply", "d-1, turn 1", "老师 m", "{\"messages\":[]}");
  private static final ChatReply REPLY = new ChatReply("好的。", Finish.LENGTH, 3, 4, "m");
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir Path folder;

  private static SequencedMap<String, String> parameters(String... namesAndValues) {
    SequencedMap<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      parameters.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return parameters;
  }

  private RunStore open() throws GenerationException, IOException, InterruptedException {
    return RunStore.open(folder, parameters("seed", "1"));
  }

  @Test
  void sendsUntilThereIsAnAnswer() throws Exception {
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Sent(1));
      store.failed(REQUEST, Kind.UNAVAILABLE, "connection reset");
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Sent(2));
    }
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Sent(3));
      store.answered(REQUEST, REPLY, NOW);
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
    }
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
      assertThat(store.usage()).isEqualTo(new Usage(1, 1, 3, 3, 4));
    }
  }

  @Test
  void doesNotSendAgainWhatWasRefused() throws Exception {
    try (RunStore store = open()) {
      store.lookUpOrSend(REQUEST, NOW);
      store.failed(REQUEST, Kind.BAD_REQUEST, "too long");
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Refused("too long"));
    }
  }

  @Test
  void keepsEachBodyThatWasAskedUnderAnId() throws Exception {
    JournalRequest otherBody =
        new JournalRequest("r-1", "reply", "d-1, turn 1", "老师 m", "{\"messages\":[1]}");
    JournalRequest otherTeacher =
        new JournalRequest("r-1", "reply", "d-1, turn 1", "teacher n", REQUEST.body());
    ChatReply otherReply = new ChatReply("No.", Finish.STOP, 1, 1, "n");
    try (RunStore store = open()) {
      store.lookUpOrSend(REQUEST, NOW);
      store.answered(REQUEST, REPLY, NOW);
      assertThat(store.lookUpOrSend(otherBody, NOW)).isEqualTo(new JournalEntry.Sent(1));
      assertThat(store.lookUpOrSend(otherTeacher, NOW)).isEqualTo(new JournalEntry.Sent(1));
      store.answered(otherTeacher, otherReply, NOW);
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
      assertThat(store.lookUpOrSend(otherBody, NOW)).isEqualTo(new JournalEntry.Sent(2));
      assertThat(store.lookUpOrSend(otherTeacher, NOW))
          .isEqualTo(new JournalEntry.Answered(otherReply));
      assertThat(store.stock(new LinkedHashMap<>()).answers())
          .isEqualTo(Map.of("老师 m", 1L, "teacher n", 1L));
    }
  }

  @Test
  void keepsDialoguesInTheOrderOfTheirOpenings() throws Exception {
    DialogueKey a = new DialogueKey("d-a", "s", "f-a");
    DialogueKey b = new DialogueKey("d-b", "s", "f-b");
    DialogueRow written = new DialogueRow("d-b", "code zh", Outcome.WRITTEN, "", Json.of("写好了"));
    DialogueRow pending =
        new DialogueRow("d-a", "code en", Outcome.PENDING, "teacher_unavailable", Json.of(1));
    DialogueRow rejected =
        new DialogueRow("d-a", "code en", Outcome.REJECTED, "empty", Json.of("no words"));
    try (RunStore store = open()) {
      store.open(List.of(a, b));
      store.put(b, written);
      store.put(a, pending);
      assertThat(store.settledDialogues().stream()).containsExactly(1);
      assertThat(store.dialogues(0, 10)).containsExactly(pending, written);
      store.put(a, rejected);
    }
    try (RunStore store = open()) {
      assertThat(store.settledDialogues().stream()).containsExactly(0, 1);
      assertThat(store.dialogues(0, 1)).containsExactly(rejected);
      assertThat(store.dialogues(1, 10)).containsExactly(written);
      assertThat(store.dialogues(2, 10)).isEmpty();
    }
  }

  @Test
  void countsNoDialogueOfAnotherRecipe() throws Exception {
    DialogueKey before = new DialogueKey("d-a", "s-1", "f-1");
    DialogueKey after = new DialogueKey("d-a", "s-2", "f-2");
    DialogueRow first = new DialogueRow("d-a", "code zh", Outcome.WRITTEN, "", Json.of("旧"));
    DialogueRow second = new DialogueRow("d-a", "code zh", Outcome.WRITTEN, "", Json.of("new"));
    SequencedMap<String, String> settings = parameters("code zh", "s-2");
    try (RunStore store = open()) {
      store.open(List.of(before));
      store.put(before, first);
      assertThat(store.stock(settings).dialogues()).containsEntry("code zh", 1L);
      store.open(List.of(after));
      assertThat(store.settledDialogues().stream()).isEmpty();
      store.put(after, second);
      assertThat(store.dialogues(0, 9)).containsExactly(second);
      store.open(List.of(before));
      assertThat(store.dialogues(0, 9)).containsExactly(first);
      assertThat(store.stock(settings).dialogues()).containsEntry("code zh", 0L);
    }
  }

  @Test
  void remembersTheParametersOfTheLastStart() throws Exception {
    RunStore.open(folder, parameters("seed", "1", "teacher", "a", "quota code zh", "3")).close();
    try (RunStore store = RunStore.open(folder, parameters("seed", "1", "教师", "b"))) {
      assertThat(store.formerParameters())
          .isEqualTo(Map.of("seed", "1", "teacher", "a", "quota code zh", "3"));
    }
    try (RunStore store = open()) {
      assertThat(store.formerParameters()).isEqualTo(Map.of("seed", "1", "教师", "b"));
    }
  }

  @Test
  void refusesTheLayoutOfAnotherVersion() throws Exception {
    try (Connection old = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("run.db"));
        Statement statement = old.createStatement()) {
      statement.execute("CREATE TABLE request (id TEXT PRIMARY KEY) STRICT");
    }
    assertThatThrownBy(this::open)
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.RUN_DIFFERS))
        .hasMessageContaining("run.db has layout 0")
        .hasMessageContaining("name another folder");
    assertThatThrownBy(() -> RunView.open(folder)).hasMessageContaining("run.db has layout 0");
  }

  @Test
  void isForOneAtATime() throws Exception {
    try (RunStore _ = open()) {
      assertThatThrownBy(this::open)
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.RUN_LOCKED))
          .hasMessageContaining(folder.toString());
    }
    open().close();
  }

  @Test
  void saysWhenTheDatabaseIsNone() throws Exception {
    Files.writeString(folder.resolve("run.db"), "this is no database, 这不是数据库。".repeat(50));
    assertThatThrownBy(this::open)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("run.db cannot be opened");
    Files.delete(folder.resolve("run.db"));
    open().close();
  }

  @Test
  void writesWhatWasHandedInThoughTheWaitingEnds() throws Exception {
    try (RunStore store = open()) {
      store.lookUpOrSend(REQUEST, NOW);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> store.answered(REQUEST, REPLY, NOW))
          .isInstanceOf(InterruptedException.class);
    }
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(REQUEST, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
    }
  }
}
