package io.mosskit.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.curation.CurationSummary.Reason;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConservesRecordsTest {
  @TempDir private Path folder;

  private CurationSummary run(Path input, Path out) throws IOException {
    return Curation.run(Corpus.of(input), CurationPlan.standard(), out, Progress.NONE);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void everyLineIsKeptOrRejected(long seed) throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 400, seed);
    Path out = folder.resolve("out");
    CurationSummary summary = run(input, out);

    List<String> kept = Files.readAllLines(out.resolve("corpus.jsonl"));
    List<String> rejected = Files.readAllLines(out.resolve("rejected.jsonl"));
    assertThat(kept.size() + rejected.size()).isEqualTo(400);
    assertThat(summary.recordsIn()).isEqualTo(400);
    assertThat(summary.recordsKept()).isEqualTo(kept.size());
    assertThat(summary.recordsRejected()).isEqualTo(rejected.size());
    assertThat(summary.reasons().stream().mapToLong(Reason::count).sum())
        .isEqualTo(rejected.size());
    assertThat(summary.reasons())
        .extracting(Reason::reason)
        .contains(
            "not_json",
            "not_an_object",
            "missing_field",
            "no_turns",
            "empty_reply",
            "repetition",
            "exact_duplicate",
            "near_duplicate");
    assertThat(linesOfInput(out)).hasSize(rejected.size());
  }

  /// The lines of the input that the rejections name.
  private static Set<Json> linesOfInput(Path out) throws Exception {
    Set<Json> lines = new HashSet<>();
    for (String line : Files.readAllLines(out.resolve("rejected.jsonl"))) {
      Json.Obj rejection = (Json.Obj) Json.parse(line);
      lines.add(((Json.Obj) rejection.members().get("origin")).members().get("line"));
    }
    return lines;
  }

  @Test
  void everyDuplicateStandsInItsCluster() throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 300, 9);
    Path out = folder.resolve("out");
    CurationSummary summary = run(input, out);

    List<String> rows = Files.readAllLines(out.resolve("clusters.tsv"));
    assertThat(rows.getFirst()).isEqualTo("kept\tdropped\tkey\tscore");
    assertThat(rows.size() - 1L)
        .isEqualTo(summary.duplicates().exact() + summary.duplicates().near());
    String corpus = Files.readString(out.resolve("corpus.jsonl"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t");
      assertThat(corpus).contains("\"id\":\"" + cells[0] + "\"");
      assertThat(cells[2]).isEqualTo("user_turns");
      assertThat(Double.parseDouble(cells[3])).isBetween(0.7, 1.0);
    }
  }

  @Test
  void halfCharactersAndBlanksInIdsDoNotBreakTheOutput() throws Exception {
    Json id = Json.of("a\tb\n\uD83D");
    Path input = folder.resolve("in.jsonl");
    String first =
        MossJson.line(Dialogues.of("1", "你好 \uD83D", "Hi there \uDE00").withMosskit("id", id));
    String second = MossJson.line(Dialogues.of("2", "你好 \uD83D", "Hello"));
    Files.write(input, List.of(first, second));
    CurationPlan plan = CurationPlan.standard();
    plan = plan.withProfile(plan.profile().without("broken_encoding"));
    CurationSummary summary =
        Curation.run(Corpus.of(input), plan, folder.resolve("out"), Progress.NONE);
    assertThat(summary.duplicates().exact()).isEqualTo(1);
    assertThat(Files.readAllLines(folder.resolve("out/clusters.tsv")).getLast())
        .startsWith("a\\tb\\n\\ud83d\tm-");
  }

  @Test
  void whatIsKeptPassesAgainUntouched() throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 200, 4);
    CurationSummary first = run(input, folder.resolve("once"));
    CurationSummary second = run(folder.resolve("once"), folder.resolve("twice"));
    assertThat(second.recordsIn()).isEqualTo(first.recordsKept());
    assertThat(second.recordsRejected()).isZero();
  }

  @Test
  void theStatisticsAreKnownAsSuch() throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 20, 4);
    run(input, folder.resolve("out"));
    assertThat(FileKind.of(folder.resolve("out/stats.json"))).isEqualTo(FileKind.STATISTICS);
  }

  @Test
  void theInputIsNeverOverwritten() throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("corpus.jsonl"), 20, 4);
    String before = Files.readString(input);
    assertThatThrownBy(() -> run(input, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("corpus.jsonl")
        .hasMessageContaining("choose another output folder");
    assertThat(Files.readString(input)).isEqualTo(before);
  }

  @Test
  void aRunThatFailsLeavesItsWorkAndNoHalfFiles() throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 300, 4);
    Path out = folder.resolve("out");
    Progress failing =
        step -> {
          throw new IllegalStateException("the watcher fails");
        };
    assertThatThrownBy(() -> Curation.run(Corpus.of(input), CurationPlan.standard(), out, failing))
        .hasMessage("the watcher fails");
    try (Stream<Path> files = Files.list(out)) {
      assertThat(files).containsExactlyInAnyOrder(out.resolve(".lock"), out.resolve("work"));
    }
  }

  @Test
  void progressEndsWithAllBytesAndAllRecords() throws Exception {
    Path input = BrokenCorpus.write(folder.resolve("in.jsonl"), 600, 4);
    List<Progress.Step> steps = new ArrayList<>();
    Curation.run(Corpus.of(input), CurationPlan.standard(), folder.resolve("out"), steps::add);
    assertThat(steps).hasSizeGreaterThan(2);
    Progress.Step last = steps.getLast();
    assertThat(last.done()).isEqualTo(last.total()).isEqualTo(600);
    assertThat(last.counts().keySet()).containsExactly("kept", "rejected");
    assertThat(steps)
        .filteredOn(step -> step.stage().equals("read"))
        .last()
        .satisfies(step -> {
          assertThat(step.done()).isEqualTo(step.total()).isEqualTo(Files.size(input));
          assertThat(step.counts()).containsEntry("records", 600L);
        });
  }
}
