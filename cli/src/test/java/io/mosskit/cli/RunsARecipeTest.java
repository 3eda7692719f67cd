package io.mosskit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunsARecipeTest {

  @TempDir Path folder;

  private Path recipe;

  @BeforeEach
  void writeARecipe() throws Exception {
    Seeds.copy("writing", folder.resolve("seeds"));
    recipe =
        Files.writeString(
            folder.resolve("small.yaml"),
            """
            title: 小语料 small
            generate:
              seeds: seeds
              teacher: {rehearsal: true}
              prompts: {writing: {zh: 2, en: 1}}
            """);
  }

  @Test
  void aRunEndsInACorpusAndASecondOneSendsNothing() throws Exception {
    Shell first = Shell.mosskit("run", recipe, "--json");
    assertThat(first.code()).as(first.err()).isZero();
    Path out = folder.resolve("small");
    assertThat(first.number("generation", "requests_sent")).isPositive();
    assertThat(first.number("generation", "accepted_prompts")).isEqualTo(3);
    assertThat(first.number("curation", "records_in"))
        .isEqualTo(first.number("generation", "dialogues"))
        .isEqualTo(Dialogues.read(out.resolve("run/raw.jsonl")).size());
    String corpus = Files.readString(out.resolve("corpus.jsonl"));
    assertThat(corpus).contains("\"teacher\":");
    assertThat(Files.readString(out.resolve("report.html"))).contains("小语料 small");

    Shell second = Shell.mosskit("run", recipe, "--json");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.number("generation", "requests_sent")).isZero();
    assertThat(Files.readString(out.resolve("corpus.jsonl"))).isEqualTo(corpus);
  }

  @Test
  void theWholeWayEndsInPairsAndExportsAndASecondRunAsksNothing() throws Exception {
    Seeds.copy("code", folder.resolve("seeds"));
    assertThat(Shell.mosskit("model", "make-tiny", folder.resolve("tiny")).code()).isZero();
    Path loop =
        Files.writeString(
            folder.resolve("loop.yaml"),
            """
            generate:
              seeds: seeds
              teacher: {rehearsal: true}
              prompts: {writing: {zh: 3, en: 3}, code: {zh: 3, en: 3}}
            score: {model: tiny}
            select: {by: likelihood.loss, lowest: true, percent: 50}
            prefer: {replies: 3, rubric: true}
            export: [messages, parquet]
            """);
    Shell first = Shell.mosskit("run", loop, "--json");
    assertThat(first.code()).as(first.err()).isZero();
    Path out = folder.resolve("loop");
    List<Json.Obj> selected = Dialogues.read(out.resolve("selected/corpus.jsonl"));
    assertThat(selected).isNotEmpty();
    assertThat(first.number("preferences", "replies", "replies")).isEqualTo(3L * selected.size());
    assertThat(first.number("preferences", "verdicts", "pairs")).isEqualTo(3L * selected.size());
    assertThat(first.number("exports", "messages")).isEqualTo(selected.size());
    assertThat(out.resolve("export/corpus.parquet")).isNotEmptyFile();
    String pairs = Files.readString(out.resolve("preferences/pairs.jsonl"));

    Shell second = Shell.mosskit("run", loop, "--json");
    assertThat(second.code()).as(second.err()).isZero();
    assertThat(second.number("generation", "requests_sent")).isZero();
    assertThat(second.number("scores", "scored_now")).isZero();
    assertThat(second.number("preferences", "verdicts", "requests_sent")).isZero();
    assertThat(out.resolve("preferences/pairs.jsonl")).hasContent(pairs);

    Json.Obj pair = (Json.Obj) Json.parse(pairs.lines().findFirst().orElseThrow());
    assertThat(Shell.mosskit("why", pair.string("id"), out).out())
        .contains(
            "teacher: rehearsal", "duplicate: kept", "select: selected", "scores: (model tiny")
        .contains(": a preference pair, ", "  margin: ", ": a generated prompt, ");
    Json.Obj rejected = Dialogues.read(out.resolve("selected/rejected.jsonl")).getFirst();
    String id = ((Json.Obj) rejected.members().get("record")).string("conversation_id");
    assertThat(Shell.mosskit("why", id, out).out())
        .contains("duplicate: kept", ": rejected, ", "  stage: select", "  reason: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"score", "prefer"})
  void aModelThatIsNotThereIsMissedBeforeAnythingIsMade(String step) throws Exception {
    Files.writeString(recipe, step + ": {model: 没有}\n", StandardOpenOption.APPEND);
    Shell shell = Shell.mosskit("run", recipe);
    assertThat(shell.code()).as(shell.err()).isEqualTo(ExitCode.FILES.number());
    assertThat(shell.err()).contains("没有", "MOSS model");
    assertThat(folder.resolve("small")).doesNotExist();
  }

  @Test
  void aFormThatIsNoneIsNamed() throws Exception {
    Files.writeString(recipe, Files.readString(recipe) + "export: [tables]\n");
    Shell run = Shell.mosskit("run", recipe);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("\"tables\" is no form; there are parquet, moss, messages");
  }

  @Test
  void mixPersonasAndEvolutionMakeThePrompts() throws Exception {
    Seeds.copy("code", folder.resolve("seeds"));
    Files.writeString(
        folder.resolve("people.jsonl"),
        """
        {"persona": "守灯塔的老人", "id": "甲"}
        {"persona": "a lighthouse keeper", "id": "b"}
        """);
    Files.writeString(
        recipe,
        Files.readString(recipe)
            .replace(
                "prompts: {writing: {zh: 2, en: 1}}",
                """
                prompts: {total: 9, mix: {code: 2, writing: 1}, languages: {zh: 2, en: 1}}
                  personas: {files: people.jsonl, share: 1}
                  evolution: {share: 1, operations: {constrain: 1}}
                """));
    Shell run = Shell.mosskit("run", recipe, "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.number("generation", "accepted_prompts")).isEqualTo(9);
    List<String> prompts = Files.readAllLines(folder.resolve("small/run/prompts.jsonl"));
    assertThat(prompts)
        .hasSize(9)
        .allMatch(line -> line.contains("evolve@1"))
        .allMatch(line -> line.contains("\"persona\":"))
        .allMatch(line -> line.contains("\"licence\":\"CC-BY-4.0 AND NOASSERTION\""));
    assertThat(prompts).filteredOn(line -> line.contains("\"code\"")).hasSize(6);
    assertThat(prompts).filteredOn(line -> line.contains("\"zh\"")).hasSize(6);
  }

  @Test
  void seedsAloneMayBeTheExamples() throws Exception {
    Files.writeString(
        recipe,
        Files.readString(recipe)
            .replace(
                "prompts: {writing: {zh: 2, en: 1}}",
                "prompts: {writing: 12}\n  expansion: {generated-examples: 0, seed-examples: 3}"));
    Shell run = Shell.mosskit("run", recipe, "--json");
    assertThat(run.code()).as(run.err()).isZero();
    for (String line : Files.readAllLines(folder.resolve("small/run/prompts.jsonl"))) {
      Lineage lineage = Lineage.of((Json.Obj) Json.parse(line));
      assertThat(lineage.parents()).hasSize(3).isEqualTo(lineage.seeds());
    }
  }

  @Test
  void severalTeachersShareTheWork() throws Exception {
    Files.writeString(
        recipe,
        Files.readString(recipe)
            .replace(
                "teacher: {rehearsal: true}",
                "teachers: [{rehearsal: true, name: 甲, weight: 2}, {rehearsal: true, name: b}]"));
    Shell run = Shell.mosskit("run", recipe, "--json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.number("generation", "accepted_prompts")).isEqualTo(3);
  }

  @Test
  void aChangedRecipeSaysWhatItMakesAnewAndReusesTheRest() throws Exception {
    Shell first = Shell.mosskit("run", recipe, "--json");
    assertThat(first.code()).as(first.err()).isZero();
    Files.writeString(recipe, Files.readString(recipe).replace("zh: 2", "zh: 3"));
    Shell changed = Shell.mosskit("run", recipe, "--json");
    assertThat(changed.code()).as(changed.err()).isZero();
    assertThat(changed.err())
        .startsWith("mosskit: the quotas changed (writing zh 2 -> 3): 1 prompt more; ");
    assertThat(changed.number("generation", "accepted_prompts")).isEqualTo(4);
    assertThat(changed.number("generation", "answers_reused")).isPositive();
  }

  @Test
  void dialoguesThatAreThereAreCuratedWithoutATeacher() throws Exception {
    Dialogues.write(folder.resolve("mine/茶.jsonl"), Dialogues.tea("茶"), Dialogues.tea("茶二"));
    Path curating =
        Files.writeString(
            folder.resolve("mine.yaml"), "input: [mine]\ncurate: {key: user-turns}\n");
    Shell lines = Shell.mosskit("run", curating, "--out", folder.resolve("out"));
    assertThat(lines.code()).as(lines.err()).isZero();
    assertThat(lines.out()).startsWith("2 records in, 1 kept, 1 rejected");
    Shell json = Shell.mosskit("run", curating, "--out", folder.resolve("out"), "--json");
    assertThat(json.number("curation", "records_kept")).isEqualTo(1);
    assertThat(json.json().get("generation")).isNull();
  }
}
