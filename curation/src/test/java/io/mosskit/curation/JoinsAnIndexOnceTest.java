package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.filter.Profile;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JoinsAnIndexOnceTest {
  @TempDir private Path folder;
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void write() throws IOException {
    BrokenCorpus.write(folder.resolve("in.jsonl"), 200, 4);
  }

  private CurationSummary run(String out, double threshold, Profile profile) throws IOException {
    DuplicatePlan duplicates =
        DuplicatePlan.standard().withThreshold(threshold).withIndex(folder.resolve("index"));
    Progress progress =
        new Progress() {
          @Override
          public void at(Step step) {}

          @Override
          public void note(String sentence) {
            notes.add(sentence);
          }
        };
    return Curation.run(
        Corpus.of(folder.resolve("in.jsonl")),
        CurationPlan.standard().withDuplicates(duplicates).withProfile(profile),
        folder.resolve(out),
        progress);
  }

  @Test
  void theSameRunGetsTheSameAnswers() throws IOException {
    run("1", 0.7, Profile.standard());
    run("2", 0.7, Profile.standard());
    assertThat(folder.resolve("2/corpus.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("1/corpus.jsonl"))
        .isNotEmptyFile();
    assertThat(notes).isEmpty();
  }

  @Test
  void anotherThresholdIsRefusedWithARemedyBeforeAnythingIsWritten() throws IOException {
    run("1", 0.7, Profile.standard());
    assertThatThrownBy(() -> run("2", 0.8, Profile.standard()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("already", "threshold 0.7", "another index");
    assertThat(Files.exists(folder.resolve("2/corpus.jsonl"))).isFalse();
  }

  @Test
  void otherFiltersFindThemselvesAndItIsSaid() throws IOException {
    run("1", 0.7, Profile.standard());
    CurationSummary again = run("2", 0.7, Profile.standard().without("too_short"));
    assertThat(again.recordsKept()).isZero();
    assertThat(notes).singleElement().asString().contains("their own ids", "another index");
  }
}
