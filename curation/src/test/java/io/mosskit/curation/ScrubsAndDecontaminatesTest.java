package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Count;
import io.mosskit.curation.contamination.Decontaminator;
import io.mosskit.curation.contamination.EvaluationItem;
import io.mosskit.curation.contamination.EvaluationSet;
import io.mosskit.curation.contamination.EvaluationSets;
import io.mosskit.curation.contamination.Matching;
import io.mosskit.curation.contamination.Policy;
import io.mosskit.curation.privacy.ScrubPlan;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScrubsAndDecontaminatesTest {
  private static final String ITEM =
      "A train leaves the station at noon and travels at ninety kilometres an hour towards the coast";
  private static final String SECRET = "zhang.wei@mail.corp-net.cn";

  @TempDir private Path folder;

  private static CurationPlan against(Policy policy) {
    EvaluationSet set =
        new EvaluationSet("trains", List.of(new EvaluationItem("q1", List.of(ITEM))));
    return CurationPlan.standard()
        .withDecontamination(
            new Decontaminator(EvaluationSets.of(List.of(set), Matching.standard()), policy));
  }

  @Test
  void privateDataIsInNoneOfTheFiles() throws IOException {
    Path input =
        Files.write(
            folder.resolve("in.jsonl"),
            List.of(
                MossJson.line(Dialogues.of("1", "请把报告发到" + SECRET + "好吗？", "好的，已经发送。")),
                MossJson.line(Dialogues.of("2", "请把报告发到" + SECRET + "好吗？", "好的。")),
                MossJson.line(Dialogues.of("3", "Write to " + SECRET + ", please.", "None")),
                "{\"conversation_id\": \"" + SECRET + "\", "));
    Path out = folder.resolve("out");
    CurationSummary summary =
        Curation.run(
            Corpus.of(input),
            CurationPlan.standard().withScrub(ScrubPlan.standard()),
            out,
            Progress.NONE);
    for (String name : List.of("corpus.jsonl", "rejected.jsonl", "clusters.tsv", "stats.json")) {
      assertThat(Files.readString(out.resolve(name))).doesNotContain("zhang.wei");
    }
    assertThat(Files.readString(out.resolve("corpus.jsonl"))).contains("[EMAIL_1]");
    assertThat(summary.counted("privacy"))
        .containsExactly(new Count("privacy", "email", new Change(3, 1), new Change(3, 1)));
    assertThat(Curated.read(out).rejected())
        .extracting(Rejection::stage, Rejection::reason)
        .containsExactly(
            tuple("duplicate", "exact_duplicate"),
            tuple("filter", "empty_reply"),
            tuple("read", "not_json"));
  }

  @Test
  void whatHoldsAnEvaluationItemIsDroppedWithThePlace() throws IOException {
    Curated curated =
        Curated.of(
            folder,
            against(Policy.DROP),
            Dialogues.of("1", "Solve this: " + ITEM + ". When is it there?", "At two."),
            Dialogues.of("2", "When does the train leave?", "At noon."));
    assertThat(curated.names()).containsExactly("2");
    Rejection rejection = curated.rejected().getFirst();
    assertThat(rejection.stage()).isEqualTo("contamination");
    assertThat(rejection.detail()).contains("Human of turn 1").contains("item q1 of trains");
  }

  @Test
  void orMaskedBeforeItIsComparedWithOthers() throws IOException {
    Conversation first =
        Dialogues.of("1", "Solve this: " + ITEM + ". When is it there?", "At two.");
    Curated curated = Curated.of(folder, against(Policy.MASK), first);
    Conversation kept = curated.kept().getFirst();
    assertThat(kept.turns().getFirst().human()).isEqualTo("Solve this: [eval]. When is it there?");
    assertThat(Lineage.of(kept).verdicts().getFirst().decision()).isEqualTo("masked");
  }
}
