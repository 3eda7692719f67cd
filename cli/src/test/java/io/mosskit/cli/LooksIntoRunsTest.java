package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LooksIntoRunsTest {

  @TempDir static Path folder;

  private static Path corpus;
  private static Path run;

  @BeforeAll
  static void makeACorpus() throws Exception {
    Seeds.copy("writing", folder.resolve("seeds"));
    Path recipe =
        Files.writeString(
            folder.resolve("茶.yaml"),
            """
            generate:
              seeds: seeds
              teacher: {rehearsal: true, name: 老师}
              prompts: {writing: {zh: 2, en: 1}}
            """);
    corpus = folder.resolve("茶");
    run = corpus.resolve("run");
    Shell made = Shell.mosskit("run", recipe);
    assertThat(made.code()).as(made.err()).isZero();
  }

  private static List<Json.Obj> export(Object... options) throws Exception {
    Path file = folder.resolve("requests.jsonl");
    List<Object> words = new ArrayList<>(List.of("runs", "export", run, "--out", file));
    words.addAll(List.of(options));
    Shell exported = Shell.mosskit(words.toArray());
    assertThat(exported.code()).as(exported.err()).isZero();
    List<Json.Obj> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add((Json.Obj) Json.parse(line));
    }
    return rows;
  }

  @Test
  void listsTheRunsBelowAFolder() throws Exception {
    Shell list = Shell.mosskit("runs", folder);
    assertThat(list.code()).as(list.err()).isZero();
    assertThat(list.lines()).hasSize(2);
    assertThat(list.lines().getLast()).contains(run.toString()).contains(" ended ");
    Shell json = Shell.mosskit("runs", folder, run, "--json");
    Json.Arr runs = (Json.Arr) Objects.requireNonNull(json.json().get("runs"));
    assertThat(runs.elements()).hasSize(1);
    Json.Obj only = (Json.Obj) runs.elements().getFirst();
    assertThat(only.string("state")).isEqualTo("ended");
    assertThat(only.string("folder")).isEqualTo(run.toString());
    assertThat(only.get("answered")).isEqualTo(only.get("requests"));
    assertThat(((Json.Obj) Objects.requireNonNull(only.get("dialogues"))).get("written"))
        .isEqualTo(Json.of(Dialogues.read(run.resolve("raw.jsonl")).size()));
  }

  @Test
  void saysWhereThereIsNone() throws Exception {
    Path empty = Files.createDirectories(folder.resolve("empty 空"));
    Shell none = Shell.mosskit("runs", empty);
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.err()).contains("no run below").contains("run.db").doesNotContain("\tat ");
    assertThat(Shell.mosskit("runs", "show", empty).code()).isEqualTo(1);
    assertThat(Shell.mosskit("runs", folder.resolve("absent")).code()).isEqualTo(3);
  }

  @Test
  void goesOnPastARunThatItCannotRead(@TempDir Path odd) throws Exception {
    Files.writeString(
        Files.createDirectories(odd.resolve("broken")).resolve("run.db"), "坏了 broken".repeat(99));
    Shell list = Shell.mosskit("runs", odd, corpus);
    assertThat(list.code()).isZero();
    assertThat(list.out()).contains(run.toString());
    assertThat(list.err()).contains("broken").contains("run.db").doesNotContain("\tat ");
    assertThat(Shell.mosskit("runs", odd).code()).isEqualTo(1);
    assertThat(Shell.mosskit("runs", "show", odd.resolve("broken")).code()).isEqualTo(3);
    assertThat(Shell.mosskit("why", "nothing", odd).code()).isEqualTo(1);
  }

  @Test
  void tellsARunInDetail() throws Exception {
    Shell show = Shell.mosskit("runs", "show", corpus);
    assertThat(show.code()).as(show.err()).isZero();
    assertThat(show.out())
        .startsWith(run + ": ended, started ")
        .contains("expand-prompts")
        .contains("user-turn")
        .contains("老师")
        .contains("quota writing zh")
        .contains("Slowest answers:")
        .doesNotContain("null");
    Shell json = Shell.mosskit("runs", "show", run, "--json", "--top", "1");
    assertThat((Json.Arr) json.json().get("stages"))
        .extracting(stages -> stages.elements().size())
        .isEqualTo(3);
    assertThat(((Json.Arr) Objects.requireNonNull(json.json().get("slowest"))).elements())
        .hasSize(1);
    assertThat(Shell.mosskit("runs", "show", run, "--top", "-1").code()).isEqualTo(2);
  }

  @Test
  void asksWhichOfSeveralRunsIsMeant(@TempDir Path several) throws Exception {
    for (String name : List.of("a", "b")) {
      Path copy = Files.createDirectories(several.resolve(name));
      Files.copy(run.resolve("run.db"), copy.resolve("run.db"));
    }
    Shell show = Shell.mosskit("runs", "show", several);
    assertThat(show.code()).isEqualTo(2);
    assertThat(show.err()).contains("2 runs").contains(several.resolve("a").toString());
  }

  @Test
  void exportsEveryRequestWithItsAnswer() throws Exception {
    List<Json.Obj> rows = export();
    long all = Shell.mosskit("runs", "show", run, "--json").number("requests");
    assertThat(rows).hasSize((int) all);
    for (Json.Obj row : rows) {
      Json.Obj body = (Json.Obj) Objects.requireNonNull(row.get("body"));
      assertThat(((Json.Arr) Objects.requireNonNull(body.get("messages"))).elements()).isNotEmpty();
      assertThat(row.string("answer")).isNotEmpty();
      assertThat(row.string("state")).isEqualTo("answered");
      assertThat(row.string("teacher")).isEqualTo("老师");
    }
    assertThat(export("--stage", "reply"))
        .hasSizeLessThan(rows.size())
        .isNotEmpty()
        .allSatisfy(row -> assertThat(row.string("stage")).isEqualTo("reply"));
    Shell unknown =
        Shell.mosskit("runs", "export", run, "--out", folder.resolve("x.jsonl"), "--stage", "答");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("答").contains("user-turn");
    assertThat(folder.resolve("x.jsonl")).doesNotExist();
    assertThat(Shell.mosskit("runs", "export", run).code()).isEqualTo(2);
  }

  @Test
  void aRequestTellsWhatWasAskedAndAnswered() throws Exception {
    Json.Obj row = export("--stage", "expand-prompts").getFirst();
    String id = Objects.requireNonNull(row.string("id"));
    Shell told = Shell.mosskit("why", id, corpus);
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out())
        .startsWith(id + ": a request, " + run.resolve("run.db"))
        .contains("Task: expand-prompts")
        .contains("answered by ")
        .contains("\"prompts\"")
        .doesNotContain("null");
    Json.Arr requests =
        (Json.Arr)
            Objects.requireNonNull(
                Shell.mosskit("why", id, corpus, "--json").json().get("requests"));
    assertThat(((Json.Obj) requests.elements().getFirst()).string("answer"))
        .isEqualTo(row.string("answer"));
  }

  @Test
  void aDialogueTellsWhereItsRequestsLie() throws Exception {
    Json.Obj raw = Dialogues.read(run.resolve("raw.jsonl")).getFirst();
    Json.Obj mosskit = (Json.Obj) Objects.requireNonNull(raw.get("mosskit"));
    String dialogue = Objects.requireNonNull(mosskit.string("id"));
    Shell told = Shell.mosskit("why", dialogue, corpus);
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out()).contains("  read them: mosskit why r-").contains(" " + run + " (all");
    String request = told.out().replaceAll("(?s).*read them: mosskit why (r-[0-9a-f]+) .*", "$1");
    assertThat(Shell.mosskit("why", request, run).code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "export"})
  void eachHasHelpWithExamples(String command) {
    Shell help = Shell.mosskit("runs", command, "--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Examples:").contains("mosskit runs " + command);
    assertThat(help.lines())
        .allSatisfy(line -> assertThat(Table.width(line)).isLessThanOrEqualTo(100));
  }
}
