package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.curation.CurationSummary.Cluster;
import io.mosskit.curation.CurationSummary.Input;
import io.mosskit.curation.CurationSummary.Member;
import io.mosskit.curation.CurationSummary.Quantiles;
import io.mosskit.curation.CurationSummary.Range;
import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.curation.CurationSummary.Share;
import io.mosskit.curation.CurationSummary.SizeCount;
import io.mosskit.curation.CurationSummary.TurnCount;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummarizesTheRunTest {
  private static final String ZH = "请问快速排序算法的平均时间复杂度是多少？";
  private static final String EN =
      "What is the average running time of quick sort on random input?";

  /// A model that is never sure enough: what is not declared stays untagged.
  private static final CurationPlan PLAN =
      CurationPlan.standard().withTags(TagPlan.standard().withMinConfidence(1));

  @TempDir private Path folder;
  private Path input;
  private CurationSummary summary;

  @BeforeEach
  void curate() throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("no json");
    lines.add(line(Dialogues.of("1", ZH, "平均是 O(n log n)，与输入无关。").withCategory("code")));
    lines.add(
        line(
            Dialogues.of("2", EN, "It is O(n log n), whatever the order of its input.")
                .withCategory("Code")));
    for (int i = 0; i < 7; i++) {
      lines.add(line(Dialogues.of("c" + i, ZH, "答案" + i).withCategory("code")));
    }
    lines.add(line(Dialogues.of("4", EN + " Please!", "n log n", "Thanks", "Bye")));
    lines.add(
        line(
            Dialogues.of(
                "5", "Hello, who are you and what can you do?", "I am MOSS.", "谢谢，再见", "再见！")));
    input = Files.write(folder.resolve("in.jsonl"), lines);
    Iterator<Instant> clock = Stream.of(Instant.EPOCH, Instant.ofEpochMilli(1500)).iterator();
    summary =
        Curation.run(
            Corpus.of(input),
            PLAN,
            folder.resolve("out"),
            Progress.NONE,
            (InstantSource) clock::next,
            Curation.BatchSize.standard());
  }

  private static String line(Conversation conversation) {
    return MossJson.line(conversation);
  }

  @Test
  void totalsAndReasonsWithTheirFirstExamples() {
    assertThat(List.of(summary.recordsIn(), summary.recordsKept(), summary.recordsRejected()))
        .isEqualTo(List.of(12L, 3L, 9L));
    assertThat(summary.reasons())
        .extracting(Reason::stage, Reason::reason, Reason::count, r -> r.examples().size())
        .containsExactly(
            tuple("read", "not_json", 1L, 1),
            tuple("duplicate", "exact_duplicate", 7L, 5),
            tuple("duplicate", "near_duplicate", 1L, 1));
  }

  @Test
  void compositionBeforeAndAfter() {
    assertThat(summary.composition())
        .containsExactly(
            new Share("code", "zh", new Change(8, 1)),
            new Share("code", "en", new Change(1, 1)),
            new Share("untagged", "en", new Change(1, 0)),
            new Share("untagged", "mixed", new Change(1, 1)));
    assertThat(summary.byCategory()).containsEntry("code", new Change(9, 2));
    assertThat(summary.byLanguage().keySet()).containsExactly("zh", "en", "mixed");
    assertThat(summary.byLanguage()).containsEntry("en", new Change(2, 1));
    assertThat(summary.untagged()).isEqualTo(new Change(2, 1));
  }

  @Test
  void turnsByCategory() {
    assertThat(summary.turns())
        .containsExactly(
            new TurnCount("code", 1, new Change(9, 2)),
            new TurnCount("untagged", 2, new Change(2, 1)));
  }

  @Test
  void lengthsByRole() {
    assertThat(summary.lengths()).extracting("role").containsExactly("user", "reply");
    assertThat(summary.lengths().get(0).before().count()).isEqualTo(13);
    assertThat(summary.lengths().get(0).after())
        .isEqualTo(new Quantiles(4, 5, 5, 5, 20, 39, 63, 63, 63));
    assertThat(summary.lengths().get(0).histogram())
        .contains(
            new Range(0, 0, new Change(0, 0)),
            new Range(4, 7, new Change(2, 1)),
            new Range(16, 31, new Change(8, 1)))
        .extracting(Range::to)
        .containsExactly(0, 1, 3, 7, 15, 31, 63, 127);
    assertThat(summary.lengths().get(1).before().min()).isEqualTo(3);
  }

  @Test
  void clustersBySizeAndTheLargestWithTheirMembers() {
    assertThat(summary.duplicates().exact()).isEqualTo(7);
    assertThat(summary.duplicates().near()).isEqualTo(1);
    assertThat(summary.duplicates().sizes())
        .containsExactly(new SizeCount(2, 1), new SizeCount(8, 1));
    Cluster largest = summary.duplicates().largest().getFirst();
    assertThat(largest.size()).isEqualTo(8);
    assertThat(largest.excerpt()).isEqualTo(ZH);
    assertThat(largest.dropped()).hasSize(7).extracting(Member::score).containsOnly(1.0);
    assertThat(summary.duplicates().largest().get(1).excerpt()).startsWith(EN);
    assertThat(summary.duplicates().largest().get(1).dropped())
        .extracting(Member::score)
        .containsExactly(0.8);
  }

  @Test
  void inputsSettingsVersionAndTime() throws IOException {
    assertThat(summary.inputs()).containsExactly(new Input(input, Files.size(input), 12, 3));
    assertThat(summary.plan()).isEqualTo(PLAN);
    assertThat(summary.version()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
    assertThat(summary.elapsed()).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void theStatisticsSayTheSame() throws Exception {
    Json.Obj stats = (Json.Obj) Json.parse(Files.readString(folder.resolve("out/stats.json")));
    assertThat(stats).isEqualTo(summary.json());
    assertThat(stats.members().keySet())
        .containsExactly(
            "records_in",
            "records_kept",
            "records_rejected",
            "rejected",
            "categories",
            "languages",
            "composition",
            "turns",
            "lengths",
            "counts",
            "duplicates",
            "provenance",
            "inputs",
            "settings",
            "version",
            "elapsed_seconds");
    assertThat(String.valueOf(stats.get("settings")))
        .startsWith(
            "{\"duplicate_key\":\"user_turns\",\"threshold\":0.7,\"quality\":\"quality\","
                + "\"max_cluster_share\":1.0,\"shingle_units\":5,\"shingle_version\":2,"
                + "\"filters\":[{\"rule\":\"empty_reply\",\"action\":\"drop\",\"limits\":{}},"
                + "{\"rule\":\"too_short\",\"action\":\"drop\",\"limits\":{\"min_characters\":4}},")
        .endsWith("\"tags\":{\"model\":\"shipped\",\"rules\":\"shipped\",\"min_confidence\":1.0}}");
    assertThat(stats.get("elapsed_seconds")).isEqualTo(Json.of(1.5));
  }
}
