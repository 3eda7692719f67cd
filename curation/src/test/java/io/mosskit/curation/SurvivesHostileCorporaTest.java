package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.contamination.Decontaminator;
import io.mosskit.curation.contamination.EvaluationItem;
import io.mosskit.curation.contamination.EvaluationSet;
import io.mosskit.curation.contamination.EvaluationSets;
import io.mosskit.curation.contamination.Matching;
import io.mosskit.curation.contamination.Policy;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All stages on texts at which a search that looks twice would not come back.
class SurvivesHostileCorporaTest {
  private static final int LENGTH = 150_000;

  private static final List<String> PIECES =
      List.of(
          "a",
          "茶",
          "a ",
          "茶 ",
          "(12",
          "12-",
          "1.",
          "\u0000",
          "\u0007 ",
          "\ud83d",
          "\udc00",
          "```",
          "我是",
          "as an ",
          "<|",
          "\n",
          "- \n",
          "<sup><|1|></sup>",
          "@a.",
          "{\"a\":");

  @TempDir private Path folder;

  @Test
  void everyRecordIsKeptOrRejected() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String piece : PIECES) {
      String text = piece.repeat(LENGTH / piece.length());
      lines.add(MossJson.line(Dialogues.of("q" + piece, text, "好的 OK.")));
      lines.add(MossJson.line(Dialogues.of("r" + piece, "什么 what?", text)));
    }
    Path input = Files.write(folder.resolve("hostile.jsonl"), lines);
    EvaluationItem item = new EvaluationItem("q1", List.of("a ".repeat(500), "茶".repeat(1_000)));
    EvaluationSets sets =
        EvaluationSets.of(List.of(new EvaluationSet("loops", List.of(item))), Matching.standard());
    CurationPlan plan =
        CurationPlan.standard()
            .withScrub(ScrubPlan.standard())
            .withDecontamination(new Decontaminator(sets, Policy.MASK));
    CurationSummary summary =
        Curation.run(Corpus.of(input), plan, folder.resolve("out"), Progress.NONE);
    assertThat(summary.recordsIn()).isEqualTo(2 * PIECES.size());
    assertThat(summary.recordsKept() + summary.recordsRejected()).isEqualTo(summary.recordsIn());
  }
}
