package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgesRecordByRecordTest {
  @TempDir private Path folder;

  @Test
  void tenLinesOfJavaDoWhatARunDoes() throws IOException {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 300, 5);
    List<Rejection> rejections = new ArrayList<>();

    try (Scan<Entry> in = Corpus.of(input).entries();
        RecordWriter out = RecordWriter.create(folder.resolve("corpus.jsonl"));
        Curator curator = Curator.standard()) {
      for (Entry entry : in) {
        switch (curator.judge(entry)) {
          case Judgement.Kept(Conversation conversation) -> out.write(conversation);
          case Judgement.Rejected(Rejection rejection) -> rejections.add(rejection);
        }
      }
      out.commit();
    }

    CurationSummary summary =
        Curation.run(
            Corpus.of(input), CurationPlan.standard(), folder.resolve("run"), Progress.NONE);
    assertThat(folder.resolve("corpus.jsonl"))
        .hasSameBinaryContentAs(folder.resolve("run/corpus.jsonl"));
    assertThat(rejections).hasSize((int) summary.recordsRejected());
    assertThat(Files.readAllLines(folder.resolve("run/rejected.jsonl")))
        .isEqualTo(rejections.stream().map(rejection -> rejection.json().text()).toList());
  }

  @Test
  void aPlanOutsideItsRangesIsRefused() {
    CurationPlan plan = CurationPlan.standard();
    assertThatThrownBy(() -> plan.withThreshold(1.2)).hasMessageContaining("1.2");
    assertThatThrownBy(() -> plan.withThreshold(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> plan.withMinConfidence(-1)).hasMessageContaining("-1.0");
  }

  @Test
  void filtersCanBeLeftOut() {
    Conversation empty = Dialogues.of("1", "你好", "None");
    try (Curator lenient = Curator.of(CurationPlan.standard().withFilters(List.of()))) {
      assertThat(lenient.judge(Dialogues.entry(empty))).isInstanceOf(Judgement.Kept.class);
    }
  }
}
