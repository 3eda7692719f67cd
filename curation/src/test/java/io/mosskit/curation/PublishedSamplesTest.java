package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the standard plan does to the 784 published sample dialogues, and what a tool does to them
/// that compares whole records.
class PublishedSamplesTest {
  @TempDir private Path folder;

  private CurationSummary run(CurationPlan plan) throws IOException {
    List<Path> files = new ArrayList<>();
    Path samples = SharedFolder.resolve("data/moss-003-samples");
    try (DirectoryStream<Path> sets = Files.newDirectoryStream(samples, "*.jsonl")) {
      sets.forEach(files::add);
    }
    Collections.sort(files);
    Corpus corpus = Corpus.of(files, ReadOptions.defaults());
    return Curation.run(corpus, plan, folder.resolve("out"), Progress.NONE);
  }

  @Test
  void theStandardPlanKeepsNearlyAllOfThem() throws IOException {
    CurationSummary summary = run(CurationPlan.standard());
    assertThat(summary.recordsIn()).isEqualTo(784);
    assertThat(summary.untagged().before()).isZero();
    assertThat(summary.reasons())
        .filteredOn(reason -> reason.stage().equals("filter"))
        .as("filters reject at most one in a hundred")
        .extracting(Reason::count)
        .allSatisfy(count -> assertThat(count).isLessThanOrEqualTo(7));
    assertThat(summary.duplicates().exact()).isEqualTo(2);
    assertThat(summary.duplicates().near()).isZero();
  }

  @Test
  void wholeRecordsWouldLoseMoreThanAFifth() throws IOException {
    CurationSummary summary = run(CurationPlan.standard().withKey(DuplicateKey.RECORD));
    assertThat(summary.duplicates().exact() + summary.duplicates().near()).isBetween(157L, 235L);
  }
}
