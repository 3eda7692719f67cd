package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
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

class DraftsRecordByRecordTest {
  @TempDir private Path folder;

  /// All but the duplicates, which nobody can tell from one record alone.
  @Test
  void whatARunMakesOfARecordCanBeHadWithoutOne() throws IOException {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 300, 5);
    List<String> candidates = new ArrayList<>();
    List<Rejection> rejections = new ArrayList<>();
    try (Scan<Entry> in = Corpus.of(input).entries();
        Stages stages = Stages.of(CurationPlan.standard())) {
      for (Entry entry : in) {
        switch (stages.draft(entry)) {
          case Draft.Candidate(Conversation conversation, var _) ->
              candidates.add(MossJson.line(conversation));
          case Draft.Rejected(Rejection rejection) -> rejections.add(rejection);
        }
      }
    }
    Path out = folder.resolve("run");
    Curation.run(Corpus.of(input), CurationPlan.standard(), out, Progress.NONE);
    assertThat(candidates).containsAll(Files.readAllLines(out.resolve("corpus.jsonl")));
    assertThat(
            Curated.read(out).rejected().stream()
                .filter(rejection -> !rejection.stage().equals("duplicate")))
        .isEqualTo(rejections);
  }

  @Test
  void aPlanOutsideItsRangesIsRefused() {
    CurationPlan plan = CurationPlan.standard();
    assertThatThrownBy(() -> plan.withThreshold(1.2)).hasMessageContaining("1.2");
    assertThatThrownBy(() -> plan.withThreshold(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> plan.withMinConfidence(-1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> plan.duplicates().withMaxClusterShare(0)).hasMessageContaining("0.0");
    assertThatThrownBy(() -> plan.duplicates().withQuality(" ")).hasMessageContaining("blank");
  }

  @Test
  void filtersCanBeLeftOut() {
    Conversation empty = Dialogues.of("1", "你好", "None");
    try (Stages lenient = Stages.of(CurationPlan.standard().withFilters(List.of()))) {
      assertThat(lenient.draft(Dialogues.entry(empty))).isInstanceOf(Draft.Candidate.class);
    }
  }
}
