package io.mosskit.generator.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.testing.ForkedJvm;
import io.mosskit.schema.chat.ChatException.Kind;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.json.Json;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LooksIntoARunTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final JournalRequest PROMPTS = request("r-1", "expand-prompts", "a");
  private static final JournalRequest REPLY = request("r-2", "reply", "a");
  private static final JournalRequest OTHER_REPLY = request("r-2", "reply", "乙");
  private static final JournalRequest REFUSED = request("r-3", "reply", "乙");

  @TempDir Path folder;

  private static JournalRequest request(String id, String stage, String teacher) {
    String body = "{\"messages\":[{\"role\":\"user\",\"content\":\"你好 " + id + "\"}],\"seed\":1}";
    return new JournalRequest(id, stage, "d-1, turn 1", teacher, body);
  }

  private RunStore open() throws Exception {
    return RunStore.open(folder, new LinkedHashMap<>(Map.of("种子 seed", "1")));
  }

  private static ChatReply reply(String content) {
    return new ChatReply(content, Finish.STOP, 10, 3, "model-x");
  }

  /// A run with something of everything.
  private void fill(RunStore store) throws Exception {
    store.begin(NOW);
    store.lookUpOrSend(PROMPTS, NOW.plusSeconds(1));
    store.failed(PROMPTS, Kind.RATE_LIMITED, "slow down");
    store.lookUpOrSend(PROMPTS, NOW.plusSeconds(3));
    store.answered(PROMPTS, reply("{}"), NOW.plusSeconds(5));
    store.lookUpOrSend(REPLY, NOW.plusSeconds(6));
    store.answered(REPLY, reply("好"), NOW.plusSeconds(7));
    store.lookUpOrSend(OTHER_REPLY, NOW.plusSeconds(8));
    store.lookUpOrSend(REFUSED, NOW.plusSeconds(8));
    store.failed(REFUSED, Kind.BAD_REQUEST, "太长 too long");
    DialogueKey a = new DialogueKey("d-1", "s", "f-1");
    DialogueKey b = new DialogueKey("d-2", "s", "f-2");
    DialogueKey c = new DialogueKey("d-3", "s", "f-3");
    DialogueKey former = new DialogueKey("d-1", "s-0", "f-0");
    store.put(former, new DialogueRow("d-1", "code zh", Outcome.REJECTED, "old", Json.of("旧")));
    store.open(List.of(a, b, c));
    store.put(a, new DialogueRow("d-1", "code zh", Outcome.WRITTEN, "", Json.of("一")));
    store.put(b, new DialogueRow("d-2", "code en", Outcome.REJECTED, "empty", Json.of("two")));
  }

  @Test
  void countsWhatWasAskedAndWhatBecameOfIt() throws Exception {
    try (RunStore store = open()) {
      fill(store);
    }
    try (RunView run = RunView.open(folder)) {
      assertThat(run.parameters()).isEqualTo(Map.of("种子 seed", "1"));
      assertThat(run.usage()).isEqualTo(new Usage(4, 2, 5, 20, 6));
      assertThat(run.stages())
          .containsExactly(
              new Tally("expand-prompts", List.of("model-x"), 1, 1, 0, 0, 2, 10, 3),
              new Tally("reply", List.of("model-x"), 3, 1, 0, 1, 3, 10, 3));
      assertThat(run.stages().getFirst().retries()).isEqualTo(1);
      assertThat(run.teachers())
          .containsExactly(
              new Tally("a", List.of("model-x"), 2, 2, 0, 0, 3, 20, 6),
              new Tally("乙", List.of(), 2, 0, 0, 1, 2, 0, 0));
      assertThat(run.faults())
          .isEqualTo(Map.of("expand-prompts, RATE_LIMITED", 1L, "reply, BAD_REQUEST", 1L));
      assertThat(run.openings()).isEqualTo(3);
      assertThat(run.dialogues())
          .isEqualTo(Map.of(Outcome.WRITTEN, 1L, Outcome.REJECTED, 1L, Outcome.PENDING, 0L));
      assertThat(run.rejections()).isEqualTo(Map.of("empty", 1L));
      assertThat(run.starts()).isEqualTo(1);
      assertThat(run.began()).contains(NOW);
      assertThat(run.lastActivity()).contains(NOW.plusSeconds(8));
    }
  }

  @Test
  void findsRequestsByIdAndByWhatTheyCost() throws Exception {
    try (RunStore store = open()) {
      fill(store);
    }
    try (RunView run = RunView.open(folder)) {
      assertThat(run.requests("r-2"))
          .extracting(JournalRow::request)
          .containsExactly(OTHER_REPLY, REPLY);
      assertThat(run.requests("r-没有")).isEmpty();
      assertThat(run.slowest(9)).extracting(JournalRow::request).containsExactly(PROMPTS, REPLY);
      assertThat(run.slowest(1).getFirst().took()).contains(Duration.ofSeconds(2));
      assertThat(run.mostRetried(9))
          .singleElement()
          .satisfies(row -> {
            assertThat(row.state()).isEqualTo("answered");
            assertThat(row.fault()).contains(new JournalRow.Fault("RATE_LIMITED", "slow down"));
          });
      List<Json.Obj> replies = new ArrayList<>();
      run.forEach(Optional.of("reply"), row -> replies.add(row.json()));
      assertThat(replies).extracting(row -> row.string("teacher")).containsExactly("a", "乙", "乙");
      assertThat(replies.getFirst().string("answer")).isEqualTo("好");
      assertThat(replies.getFirst().get("body")).isEqualTo(Json.parse(REPLY.body()));
      assertThat(replies.getLast().string("error")).isEqualTo("太长 too long");
      List<JournalRow> all = new ArrayList<>();
      run.forEach(Optional.empty(), all::add);
      assertThat(all).hasSize(4);
    }
  }

  @Test
  void saysWhetherTheRunIsUnderWayInThisProcess() throws Exception {
    try (RunStore store = open()) {
      store.begin(NOW);
      assertThat(state()).isEqualTo(RunState.RUNNING);
    }
    assertThat(state()).isEqualTo(RunState.INTERRUPTED);
    try (RunStore store = open()) {
      store.begin(NOW);
      store.end(NOW.plusSeconds(9));
    }
    assertThat(state()).isEqualTo(RunState.ENDED);
  }

  private RunState state() throws Exception {
    try (RunView run = RunView.open(folder)) {
      return run.state();
    }
  }

  @Test
  void saysWhetherTheRunIsUnderWayInAnother() throws Exception {
    Process writer = ForkedJvm.start(StoreWriter.class, folder.toString());
    try (BufferedReader lines = writer.inputReader()) {
      for (int answers = 0; answers < 20; answers++) {
        lines.readLine();
      }
      try (RunView run = RunView.open(folder)) {
        long seen = run.usage().answered();
        assertThat(seen).isGreaterThanOrEqualTo(20);
        for (int answers = 0; answers < 200; answers++) {
          lines.readLine(); // the run goes on while somebody looks
        }
        assertThat(run.usage().answered()).as("what is read is of one moment").isEqualTo(seen);
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
      }
      writer.toHandle().destroyForcibly();
      lines.lines().forEach(_ -> {});
    }
    writer.waitFor();
    assertThat(state()).isEqualTo(RunState.INTERRUPTED);
  }

  @Test
  void looksIntoAnArchiveThatMayNotBeWrittenTo() throws Exception {
    try (RunStore store = open()) {
      fill(store);
    }
    Path archive = folder.resolve("run.db");
    assertThat(archive.toFile().setReadOnly()).isTrue();
    assertThat(folder.toFile().setWritable(false)).isTrue();
    try (RunView run = RunView.open(folder)) {
      assertThat(run.usage().requests()).isEqualTo(4);
    } finally {
      assertThat(folder.toFile().setWritable(true)).isTrue();
    }
  }

  @Test
  void saysWhereThereIsNoRun() {
    assertThat(RunView.isRun(folder)).isFalse();
    assertThatThrownBy(() -> RunView.open(folder)).hasMessageContaining("no run lies in");
  }
}
