package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.Quota;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `mosskit demo` leaves; it runs once for all.
class DemoMakesACorpusTest {

  @TempDir private static Path temp;

  private static Path out = Path.of("");
  private static Shell demo = new Shell(-1, "", "");
  private static List<Json.Obj> corpus = List.of();

  @BeforeAll
  static void runTheDemo() throws Exception {
    out = temp.resolve("demo");
    demo = Shell.mosskit("demo", "--out", out);
    assertThat(demo.code()).as(demo.err()).isZero();
    corpus = Dialogues.read(out.resolve("corpus.jsonl"));
  }

  @Test
  void itHasHundredsOfRecordsAndLosesNone() throws Exception {
    assertThat(corpus).hasSizeGreaterThanOrEqualTo(300);
    int rejected = Dialogues.read(out.resolve("rejected.jsonl")).size();
    assertThat(Dialogues.read(out.resolve("run/raw.jsonl"))).hasSize(corpus.size() + rejected);
    assertThat(demo.out()).contains("%d kept, %d rejected".formatted(corpus.size(), rejected));
  }

  @Test
  void strictValidationFindsNothingInvalid() {
    Shell strict = Shell.mosskit("validate", "--strict", out.resolve("corpus.jsonl"));
    assertThat(strict.code()).as(strict.out()).isZero();
    assertThat(Shell.mosskit("validate", out).code()).isZero();
  }

  @Test
  void reportAndCardAreThere() {
    assertThat(out.resolve("report.html")).isNotEmptyFile();
    assertThat(out.resolve("README.md")).isNotEmptyFile();
  }

  @Test
  void allCategoriesAreThereInBothLanguages() throws Exception {
    Shell stats = Shell.mosskit("stats", "--json", out.resolve("corpus.jsonl"));
    for (Category category : Quota.CATEGORIES) {
      if (category == Category.SWITCHING) {
        // its dialogues are in both languages, each
        assertThat(stats.number("categories", category.label(), "conversations")).isPositive();
        continue;
      }
      for (String language : List.of("zh", "en")) {
        assertThat(stats.number("categories", category.label(), "languages", language))
            .as(category.label() + " " + language)
            .isPositive();
      }
    }
    assertThat(Quota.CATEGORIES).hasSize(9);
  }

  @Test
  void everyRecordNamesTheRehearsalTeacher() {
    assertThat(corpus)
        .allSatisfy(record -> {
          Json.Obj mosskit = (Json.Obj) Objects.requireNonNull(record.get("mosskit"));
          Json.Obj lineage = (Json.Obj) Objects.requireNonNull(mosskit.get("lineage"));
          assertThat(lineage.string("teacher")).isEqualTo("rehearsal");
        });
  }

  @Test
  void thePrintedWhyReachesASeed() {
    String line =
        demo.lines().stream().filter(said -> said.contains("mosskit why ")).findFirst().orElse("");
    String id = line.strip().split(" ")[2];
    Shell why = Shell.mosskit("why", id, out);
    assertThat(why.code()).isZero();
    assertThat(why.out())
        .contains(id + ": a dialogue, ")
        .contains("teacher: rehearsal")
        .contains(": a generated prompt, ")
        .contains(": a seed prompt, ")
        .doesNotContain("null");
  }

  @Test
  void aSecondDemoSendsNothingAndEndsInTheSameCorpus() throws Exception {
    Shell again = Shell.mosskit("demo", "--out", out, "--json");
    assertThat(again.number("generation", "requests_sent")).isZero();
    assertThat(Dialogues.read(out.resolve("corpus.jsonl"))).isEqualTo(corpus);
  }
}
