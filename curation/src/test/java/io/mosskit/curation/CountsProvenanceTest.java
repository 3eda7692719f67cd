package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Licence;
import io.mosskit.curation.CurationSummary.Provenance;
import io.mosskit.curation.CurationSummary.Teacher;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CountsProvenanceTest {
  @TempDir private Path folder;

  private static Conversation made(
      Conversation dialogue, @Nullable String teacher, String... seeds) {
    return new Lineage(List.of(seeds), List.of(), null, teacher, List.of(), List.of(), List.of())
        .writeTo(dialogue);
  }

  private CurationSummary curated(Conversation... dialogues) throws IOException {
    List<String> lines = Arrays.stream(dialogues).map(MossJson::line).toList();
    Path input = Files.write(folder.resolve("in.jsonl"), lines);
    return Curation.run(
        Corpus.of(input), CurationPlan.standard(), folder.resolve("out"), Progress.NONE);
  }

  @Test
  void teachersByNameAndThoseThatAreNotNamedLast() throws IOException {
    CurationSummary summary =
        curated(
            made(Dialogues.of("1", "天空为什么是蓝色的？", "因为瑞利散射。"), "rehearsal"),
            made(Dialogues.of("2", "天空为什么是蓝色的？", "因为散射。"), "rehearsal"),
            made(Dialogues.of("3", "Why is snow white?", "It scatters all light."), "gpt"),
            made(Dialogues.of("4", "Is glass a liquid?", "No, an amorphous solid."), " "),
            Dialogues.of("5", "请推荐一本科幻小说。", "《三体》。"));
    assertThat(summary.provenance().teachers())
        .containsExactly(
            new Teacher("gpt", new Change(1, 1)),
            new Teacher("rehearsal", new Change(2, 1)),
            new Teacher(CurationSummary.UNRECORDED, new Change(2, 2)));
  }

  @Test
  void licencesThatRecordsCarry() throws IOException {
    Json free = Json.of("CC-BY-4.0");
    CurationSummary summary =
        curated(
            Dialogues.of("1", "天空为什么是蓝色的？", "因为瑞利散射。").withMosskit("licence", free),
            Dialogues.of("2", "天空为什么是蓝色的？", "因为散射。").withMosskit("licence", free),
            Dialogues.of("3", "Why is snow white?", "It scatters light.")
                .withMosskit("licence", Json.of("CC-BY-4.0 AND 自由")),
            Dialogues.of("4", "Is glass a liquid?", "No, an amorphous solid."));
    assertThat(summary.provenance().licences())
        .containsExactly(
            new Licence("CC-BY-4.0", new Change(2, 1)),
            new Licence("CC-BY-4.0 AND 自由", new Change(1, 1)));
    assertThat(Files.readString(folder.resolve("out/corpus.jsonl")))
        .contains("\"licence\":\"CC-BY-4.0 AND 自由\"");
  }

  @Test
  void seededRecordsAndTheirDistinctSeeds() throws Exception {
    CurationSummary summary =
        curated(
            made(Dialogues.of("1", "天空为什么是蓝色的？", "因为瑞利散射。"), null, "zh-1", "zh-2"),
            made(Dialogues.of("2", "天空为什么是蓝色的？", "因为散射。"), null, "zh-3"),
            made(Dialogues.of("3", "Why is snow white?", "It scatters light."), null, "zh-2"),
            Dialogues.of("4", "Is glass a liquid?", "No, an amorphous solid."));
    assertThat(summary.provenance())
        .extracting(Provenance::seeded, Provenance::seeds)
        .containsExactly(new Change(3, 2), new Change(3, 2));
    assertThat(summary.json().get("provenance"))
        .hasToString(
            """
            {"teachers":[{"teacher":"unrecorded","before":4,"after":3}],\
            "seeded":{"before":3,"after":2},"seeds":{"before":3,"after":2},"licences":[]}\
            """);
    assertThat(Json.parse(Files.readString(folder.resolve("out/stats.json"))))
        .isEqualTo(summary.json());
  }
}
