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
import io.mosskit.generator.testing.ForkedJvm;
import io.mosskit.generator.testing.KillingProxy;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoesOnAfterKillInBatchesTest {

  private static final BatchManner ROUGH =
      BatchManner.PROMPT
          .withDuration(Duration.ofMillis(50))
          .withFailedShare(0.1)
          .withAnsweredShare(0.8);

  @TempDir Path folder;

  private final List<LoggedRequest> log = Collections.synchronizedList(new ArrayList<>());
  private final List<String> notes = Collections.synchronizedList(new ArrayList<>());

  private static RehearsalTeacher server(BatchManner manner, List<LoggedRequest> log)
      throws Exception {
    return RehearsalTeacher.start(
        RehearsalOptions.seeded(1).withBatches(manner).withRequestLog(log::add));
  }

  private GenerationSummary run(ChatModel model, String name) throws Exception {
    GenerationPlan plan = BatchRuns.plan(folder);
    return Generator.run(
        plan, BatchRuns.teacher(model), folder.resolve(name), Progress.NONE, new FakeTime());
  }

  private List<String> answered() {
    return log.stream()
        .filter(request -> request.outcome() == Outcome.ANSWERED)
        .map(LoggedRequest::id)
        .toList();
  }

  private void runUntilKilled(RehearsalTeacher server, String call, int number) throws Exception {
    try (KillingProxy proxy = new KillingProxy(server.baseUrl(), call, number)) {
      Process run =
          ForkedJvm.start(RunInBatchesUntilKilled.class, folder.toString(), proxy.baseUrl());
      proxy.aim(run);
      assertThat(run.waitFor()).as("exit code, after the kill").isEqualTo(128 + 9);
    }
  }

  /// The server has done what was asked, and the client was killed before it could know.
  @ParameterizedTest(name = "killed after {0} number {1}")
  @CsvSource({
    "POST /v1/files, 2",
    "POST /v1/batches, 1",
    "POST /v1/batches, 4",
    "GET /v1/batches/.+, 3",
    "GET /v1/files/.+/content, 5"
  })
  void paysForNothingTwiceAndWritesTheSameFiles(String call, int number) throws Exception {
    try (RehearsalTeacher server = server(ROUGH, log);
        BatchRuns runs = BatchRuns.at(server, notes::add)) {
      runUntilKilled(server, call, number);

      GenerationSummary summary = run(runs.batches(), "run");

      assertThat(answered()).doesNotHaveDuplicates();
      assertThat(answered()).hasSize((int) summary.usage().answered());
      run(runs.chat(), "chat");
      assertThat(RunFiles.of(folder.resolve("run"))).isEqualTo(RunFiles.of(folder.resolve("chat")));
    }
  }

  @Test
  void aBatchThatTheServerHasForgottenIsSentAgain() throws Exception {
    try (RehearsalTeacher first = server(ROUGH, new ArrayList<>())) {
      runUntilKilled(first, "GET /v1/batches/.+", 1);
    }
    try (RehearsalTeacher second = server(ROUGH, log);
        BatchRuns runs = BatchRuns.at(second, notes::add)) {
      assertThat(run(runs.batches(), "run").writtenDialogues()).isPositive();
      assertThat(notes).anyMatch(note -> note.contains("does not know batch_rehearsal_1"));
    }
  }

  @Test
  void doesNotGoOnAsChatWhileAnswersThatArePaidAreAtTheServer() throws Exception {
    try (RehearsalTeacher server = server(ROUGH, log);
        BatchRuns runs = BatchRuns.at(server, notes::add)) {
      runUntilKilled(server, "POST /v1/batches", 2);
      assertThatThrownBy(() -> run(runs.chat(), "run"))
          .isInstanceOf(GenerationException.class)
          .hasMessageContaining("open batches (1) at the server")
          .hasMessageContaining("--batch");
    }
  }
}
