package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoesOnAfterAStopTest {
  private static final List<String> FILES =
      List.of("corpus.jsonl", "rejected.jsonl", "clusters.tsv", "stats.json");
  private static final Curation.BatchSize SMALL = new Curation.BatchSize(100, 1 << 20);

  @TempDir private Path folder;

  @BeforeEach
  void writeInput() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    BrokenCorpus.write(folder.resolve("in/a.jsonl"), 1500, 1);
    BrokenCorpus.write(folder.resolve("in/b.jsonl"), 700, 2);
    BrokenCorpus.write(folder.resolve("in/c.jsonl"), 900, 3);
  }

  private CurationSummary run(String out, CurationPlan plan, Progress progress) throws IOException {
    return Curation.run(
        Corpus.of(folder.resolve("in")),
        plan,
        folder.resolve(out),
        progress,
        () -> Instant.EPOCH,
        SMALL);
  }

  /// Stops at the nth step that is told.
  private static Progress stoppingAt(int step) {
    AtomicLong steps = new AtomicLong();
    return _ -> {
      if (steps.incrementAndGet() == step) {
        throw new IllegalStateException("stopped");
      }
    };
  }

  private void assertSameAs(String whole, String out) {
    for (String file : FILES) {
      assertThat(folder.resolve(out).resolve(file))
          .hasSameBinaryContentAs(folder.resolve(whole).resolve(file));
    }
  }

  @ParameterizedTest(name = "stopped at step {0}")
  @ValueSource(ints = {1, 4, 7, 10, 13})
  void theResultIsThatOfARunThatWasNotStopped(int step) throws IOException {
    run("whole", CurationPlan.standard(), Progress.NONE);
    assertThatThrownBy(() -> run("out", CurationPlan.standard(), stoppingAt(step)))
        .hasMessage("stopped");
    assertThat(folder.resolve("out/stats.json")).doesNotExist();
    run("out", CurationPlan.standard(), Progress.NONE);
    assertSameAs("whole", "out");
    assertThat(folder.resolve("out/work")).doesNotExist();
  }

  @Test
  void whatABatchHoldsIsNotDoneAgain() throws IOException {
    assertThatThrownBy(() -> run("out", CurationPlan.standard(), stoppingAt(8)))
        .hasMessage("stopped");
    Path first = folder.resolve("out/work/000000.lines.jsonl");
    Object before = Files.getLastModifiedTime(first);
    assertThatThrownBy(() -> run("out", CurationPlan.standard(), stoppingAt(3)))
        .hasMessage("stopped");
    assertThat((Object) Files.getLastModifiedTime(first)).isEqualTo(before);
  }

  @Test
  void anotherPlanBeginsAnew() throws IOException {
    CurationPlan other = CurationPlan.standard().withThreshold(0.5).withFilters(List.of());
    run("whole", other, Progress.NONE);
    assertThatThrownBy(() -> run("out", CurationPlan.standard(), stoppingAt(8)))
        .hasMessage("stopped");
    run("out", other, Progress.NONE);
    assertSameAs("whole", "out");
  }

  @Test
  void anotherInputBeginsAnew() throws IOException {
    assertThatThrownBy(() -> run("out", CurationPlan.standard(), stoppingAt(8)))
        .hasMessage("stopped");
    BrokenCorpus.write(folder.resolve("in/a.jsonl"), 1400, 7);
    run("whole", CurationPlan.standard(), Progress.NONE);
    run("out", CurationPlan.standard(), Progress.NONE);
    assertSameAs("whole", "out");
  }

  @Test
  void whatTheUserPutIntoTheWorkFolderStays() throws IOException {
    Files.createDirectories(folder.resolve("out/work"));
    Path own = Files.writeString(folder.resolve("out/work/notes.txt"), "mine");
    run("out", CurationPlan.standard(), Progress.NONE);
    assertThat(own).hasContent("mine");
  }

  @Test
  void aFileNamedTwiceIsRefused() {
    Path file = folder.resolve("in/a.jsonl");
    assertThatThrownBy(() ->
            Curation.run(
                Corpus.of(file, file),
                CurationPlan.standard(),
                folder.resolve("out"),
                Progress.NONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a.jsonl is named twice");
  }
}
