package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.rehearsal.BatchManner;
import io.mosskit.generator.rehearsal.LoggedRequest;
import io.mosskit.generator.rehearsal.Outcome;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.testing.BatchRuns;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.OpenAiStub;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsInBatchesTest {

  @TempDir Path folder;

  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
  private final List<LoggedRequest> log = new ArrayList<>();
  private GenerationPlan plan;
  private Map<String, String> byChat;

  @BeforeEach
  void runThroughChat() throws Exception {
    plan = BatchRuns.plan(folder);
    Path chat = folder.resolve("chat");
    try (RehearsalTeacher server = RehearsalTeacher.start(RehearsalOptions.seeded(1));
        BatchRuns runs = BatchRuns.at(server, notes::add)) {
      run(runs.chat(), chat);
    }
    byChat = RunFiles.of(chat);
  }

  private GenerationSummary run(ChatModel model, Path run) throws Exception {
    return Generator.run(plan, BatchRuns.teacher(model), run, Progress.NONE, new FakeTime());
  }

  private RehearsalTeacher server(BatchManner manner) throws Exception {
    return RehearsalTeacher.start(
        RehearsalOptions.seeded(1).withBatches(manner).withRequestLog(log::add));
  }

  private GenerationSummary runInBatches(RehearsalTeacher server, String name) throws Exception {
    try (BatchRuns runs = BatchRuns.at(server, notes::add)) {
      return run(runs.batches(), folder.resolve(name));
    }
  }

  private List<String> answered() {
    return log.stream()
        .filter(request -> request.outcome() == Outcome.ANSWERED)
        .map(LoggedRequest::id)
        .toList();
  }

  @Test
  void writesWhatItWritesThroughChatAndFewBatchesAreEnough() throws Exception {
    try (RehearsalTeacher server = server(BatchManner.PROMPT)) {
      GenerationSummary summary = runInBatches(server, "batch");
      assertThat(RunFiles.of(folder.resolve("batch"))).isEqualTo(byChat);
      assertThat(byChat.get("raw.jsonl")).contains("zh", "en");
      assertThat(answered()).doesNotHaveDuplicates().hasSize((int) summary.usage().answered());
      long batches = notes.stream().filter(note -> note.contains("submitted")).count();
      assertThat(batches).isBetween(4L, summary.usage().answered() / 4);
    }
  }

  @Test
  void whatFailsOrExpiresGoesIntoTheNextBatchAndWhatIsAnsweredIsNotPaidTwice() throws Exception {
    BatchManner rough =
        BatchManner.PROMPT.withFailedShare(0.2).withAnsweredShare(0.6).withInvalid(1);
    try (RehearsalTeacher server = server(rough)) {
      runInBatches(server, "batch");
      assertThat(RunFiles.of(folder.resolve("batch"))).isEqualTo(byChat);
      assertThat(answered()).doesNotHaveDuplicates();
      assertThat(server.requests().of(Outcome.FAILED)).isPositive();
      assertThat(notes)
          .anyMatch(note -> note.contains("failed, Enqueued token limit reached"))
          .anyMatch(note -> note.contains("expired"));
    }
  }

  /// A hundred failures in a row that one expired batch leaves are not a teacher who is down.
  @Test
  void whatAnExpiredBatchLeavesIsNoFailureOfTheTeacher() throws Exception {
    plan = plan.withTeachers(plan.teachers().getFirst().withAttempts(1));
    try (RehearsalTeacher server = server(BatchManner.PROMPT.withAnsweredShare(0.5))) {
      runInBatches(server, "batch");
      assertThat(RunFiles.of(folder.resolve("batch"))).isEqualTo(byChat);
      assertThat(answered()).doesNotHaveDuplicates();
    }
  }

  @Test
  void aServerWithoutSchemasIsAskedWithoutThemInTheNextBatch() throws Exception {
    RehearsalOptions plain =
        RehearsalOptions.seeded(1)
            .withRefusedFormats(Set.of("json_schema"))
            .withRequestLog(log::add);
    try (RehearsalTeacher server = RehearsalTeacher.start(plain)) {
      runInBatches(server, "batch");
      assertThat(RunFiles.of(folder.resolve("batch"))).isEqualTo(byChat);
      assertThat(answered()).doesNotHaveDuplicates();
      assertThat(notes).filteredOn(note -> note.contains("refuses json_schema")).hasSize(1);
    }
  }

  @Test
  void aFurtherStartTakesEverythingFromTheBooks() throws Exception {
    try (RehearsalTeacher server = server(BatchManner.PROMPT)) {
      runInBatches(server, "batch");
      int sent = log.size();
      runInBatches(server, "batch");
      assertThat(log).hasSize(sent);
    }
  }

  @Test
  void aServerThatHasNoBatchesIsNamed() throws Exception {
    try (OpenAiStub stub = new OpenAiStub(new PureTeacher(0));
        BatchRuns runs = BatchRuns.at(stub.baseUrl(), notes::add)) {
      assertThatThrownBy(() -> run(runs.batches(), folder.resolve("batch")))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> assertThat(e.kind()).isEqualTo(GenerationException.Kind.TEACHER_MISCONFIGURED))
          .hasMessageContaining("404");
    }
  }
}
