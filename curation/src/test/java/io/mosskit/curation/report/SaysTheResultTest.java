package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Curation;
import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.CurationSummary;
import io.mosskit.curation.Dialogues;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaysTheResultTest {
  private static final Conversation ZH = Dialogues.of("1", "天空为什么是蓝色的？", "因为瑞利散射。");
  private static final Conversation EN =
      Dialogues.of("2", "Why is snow white?", "It scatters all.");

  @TempDir private Path folder;

  private Findings findings(Conversation... dialogues) throws IOException {
    Path input =
        Files.write(
            folder.resolve("in.jsonl"), Arrays.stream(dialogues).map(MossJson::line).toList());
    CurationSummary summary =
        Curation.run(
            Corpus.of(input), CurationPlan.standard(), folder.resolve("out"), Progress.NONE);
    return new Findings(summary);
  }

  private static Conversation by(String teacher, Conversation dialogue) {
    List<String> seeds = List.of("zh-1", "en-1");
    return new Lineage(seeds, List.of(), null, teacher, List.of(), List.of(), List.of())
        .writeTo(dialogue);
  }

  @Test
  void inOneSentence() throws IOException {
    assertThat(new Findings(Summaries.empty()).result()).isEqualTo("No records came in.");
    assertThat(findings(ZH).result()).isEqualTo("The one record is kept.");
    assertThat(findings(ZH, EN).result()).isEqualTo("All 2 records are kept.");
    assertThat(findings(ZH, EN, ZH).result())
        .isEqualTo(
            "Of 3 records, 2 (66.7%) are kept; 1 is dropped, most often as identical record (1).");
    assertThat(new Findings(Summaries.small()).result())
        .isEqualTo(
            "Of 12,345 records, 12,001 (97.2%) are kept; 344 are dropped, most often as exact"
                + " duplicate (339).");
  }

  @Test
  void duplicatesSeedsAndTeachers() throws IOException {
    Findings findings = findings(by("rehearsal", ZH), by("gpt, rehearsal", EN), by("gpt", ZH));
    assertThat(findings.duplicates())
        .isEqualTo(
            "1 with the same text and 0 with a similar one was dropped for a record that is kept.");
    assertThat(findings.seeds())
        .isEqualTo(
            "All 2 kept records name the seed prompts that they grew from: 2 distinct seeds in"
                + " all.");
    assertThat(findings.rehearsal().orElseThrow()).startsWith("All 2 kept records were written");
    assertThat(findings(ZH, EN).rehearsal()).isEmpty();
    assertThat(findings(by("rehearsal", ZH)).rehearsal().orElseThrow())
        .startsWith("The one kept record was written");
    assertThat(findings(ZH, EN).duplicates()).isEqualTo("None was found.");
    assertThat(findings(by("rehearsal", ZH), EN).rehearsal().orElseThrow())
        .startsWith("1 of the 2 kept records was written");
  }
}
