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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsARunTest {

  private static final JournalKey KEY = new JournalKey("r-1", "reply", "d-1, turn 1", "abc");
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
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Sent(1));
      store.failed("r-1", Kind.UNAVAILABLE, "connection reset");
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Sent(2));
    }
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Sent(3));
      store.answered("r-1", REPLY, NOW);
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
    }
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
      assertThat(store.usage()).isEqualTo(new Usage(1, 1, 3, 3, 4));
    }
  }

  @Test
  void doesNotSendAgainWhatWasRefused() throws Exception {
    try (RunStore store = open()) {
      store.lookUpOrSend(KEY, NOW);
      store.failed("r-1", Kind.BAD_REQUEST, "too long");
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Refused("too long"));
    }
  }

  @Test
  void noticesAnotherRequestUnderTheSameId() throws Exception {
    try (RunStore store = open()) {
      store.lookUpOrSend(KEY, NOW);
      JournalKey other = new JournalKey("r-1", "reply", "d-1, turn 1", "abd");
      assertThat(store.lookUpOrSend(other, NOW)).isEqualTo(new JournalEntry.Different());
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Sent(2));
    }
  }

  @Test
  void keepsDialoguesInTheirOrder() throws Exception {
    DialogueRow written = new DialogueRow(1, "d-b", "code zh", Outcome.WRITTEN, "", Json.of("写好了"));
    DialogueRow pending =
        new DialogueRow(0, "d-a", "code en", Outcome.PENDING, "teacher_unavailable", Json.of(1));
    DialogueRow rejected =
        new DialogueRow(0, "d-a", "code en", Outcome.REJECTED, "empty", Json.of("no words"));
    try (RunStore store = open()) {
      store.put(written);
      store.put(pending);
      assertThat(store.settledDialogues().stream()).containsExactly(1);
      assertThat(store.dialogues(0, 10)).containsExactly(pending, written);
      store.put(rejected);
    }
    try (RunStore store = open()) {
      assertThat(store.settledDialogues().stream()).containsExactly(0, 1);
      assertThat(store.dialogues(0, 1)).containsExactly(rejected);
      assertThat(store.dialogues(1, 10)).containsExactly(written);
      assertThat(store.dialogues(2, 10)).isEmpty();
    }
  }

  @Test
  void namesWhatDiffersFromTheRunInTheFolder() throws Exception {
    RunStore.open(folder, parameters("seed", "1", "teacher", "a", "quota code zh", "3")).close();
    RunStore.open(folder, parameters("teacher", "a", "quota code zh", "3", "seed", "1")).close();
    assertThatThrownBy(
            () -> RunStore.open(folder, parameters("seed", "1", "teacher", "b", "quota x", "4")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.RUN_DIFFERS))
        .hasMessageContaining(
            "teacher was a, is b; quota x was not given, is 4; quota code zh was 3, is not given")
        .hasMessageContaining("name another folder");
    RunStore.open(folder, parameters("seed", "1", "teacher", "a", "quota code zh", "3")).close();
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
      store.lookUpOrSend(KEY, NOW);
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> store.answered("r-1", REPLY, NOW))
          .isInstanceOf(InterruptedException.class);
    }
    try (RunStore store = open()) {
      assertThat(store.lookUpOrSend(KEY, NOW)).isEqualTo(new JournalEntry.Answered(REPLY));
    }
  }
}
