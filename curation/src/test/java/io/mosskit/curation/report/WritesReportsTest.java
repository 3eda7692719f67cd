package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.curation.Curation;
import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.Dialogues;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WritesReportsTest {
  @TempDir private Path folder;

  private static TreeSet<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new TreeSet<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }

  @Test
  void besideTheFilesOfTheRunAllOfWhichThePageNames() throws IOException {
    Path input =
        Files.write(
            folder.resolve("in.jsonl"),
            List.of(
                MossJson.line(Dialogues.of("1", "你好，请介绍一下自己。", "我是 MOSS。")),
                MossJson.line(Dialogues.of("2", "Please introduce yourself.", "I am MOSS."))));
    Path out = folder.resolve("out");
    CurationSummary summary =
        Curation.run(Corpus.of(input), CurationPlan.standard(), out, Progress.NONE);
    CurationReport.write(summary, Summaries.CONTEXT, out);
    CorpusCard.write(
        out, new CorpusAbout("两条 Two", null, null, Summaries.CONTEXT.date(), summary.version()));
    TreeSet<String> named = new TreeSet<>(Reproduction.files(summary).keySet());
    named.add(".lock");
    assertThat(names(out)).isEqualTo(named);
    assertThat(out.resolve(CurationReport.CARD)).content().contains("All 2 records are kept.");
  }

  @Test
  void theSameBytesForTheSameSummaryAndNothingElse() throws IOException {
    Path first = folder.resolve("first");
    Path second = folder.resolve("second");
    CurationReport.write(Summaries.empty(), Summaries.CONTEXT, second);
    CurationReport.write(Summaries.small(), Summaries.CONTEXT, first);
    CurationReport.write(Summaries.small(), Summaries.CONTEXT, second);
    for (String name : List.of(CurationReport.PAGE, CurationReport.CARD)) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
    assertThat(names(second)).containsExactly(CurationReport.CARD, CurationReport.PAGE);
  }

  @Test
  void ofThePublishedSamples() throws IOException {
    Path samples = SharedFolder.resolve("data/moss-003-samples");
    CurationSummary summary =
        Curation.run(Corpus.of(samples), CurationPlan.standard(), folder, Progress.NONE);
    CurationReport.write(summary, Summaries.CONTEXT, folder);
    assertThat(Pages.page(summary).getElementsByTagName("table").getLength()).isGreaterThan(8);
    assertThat(folder.resolve(CurationReport.PAGE)).content().contains("role-playing", "zh");
  }

  @Test
  void notWithoutATitleACommandOrWithABlankLicence() {
    assertThatIllegalArgumentException().isThrownBy(() -> Summaries.context(" ", null));
    assertThatIllegalArgumentException().isThrownBy(() -> Summaries.context("标题", " "));
  }
}
