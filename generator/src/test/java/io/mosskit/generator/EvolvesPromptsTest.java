package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.EvolutionPlan.Operation;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.generator.testing.ShufflingTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvolvesPromptsTest {

  @TempDir Path folder;

  private GenerationPlan plan(double share, int rounds) throws Exception {
    GenerationPlan plan = Plans.plan(folder, 20, Category.CODE, Category.HARMLESS);
    return plan.withExpansion(
        plan.expansion()
            .withEvolution(plan.expansion().evolution().withShare(share).withRounds(rounds)));
  }

  private GenerationSummary run(String name, GenerationPlan plan, ChatModel teacher)
      throws Exception {
    return Generator.run(
        plan, Plans.teacher(teacher), folder.resolve(name), Progress.NONE, new FakeTime());
  }

  private List<Json.Obj> lines(String file) throws Exception {
    List<Json.Obj> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      lines.add((Json.Obj) Json.parse(line));
    }
    return lines;
  }

  @Test
  void evolvedPromptsTakeTheirParentsPlaces() throws Exception {
    GenerationSummary summary = run("run", plan(0.8, 1), new PureTeacher(10));
    assertThat(summary.families()).hasSize(4);
    long proposed = 0;
    for (GenerationSummary.Family family : summary.families()) {
      assertThat(family.accepted()).as(family.name()).isEqualTo(20);
      assertThat(family.written() + family.rejected()).isEqualTo(20);
      proposed += family.proposed();
    }
    List<Json.Obj> prompts = lines("run/prompts.jsonl");
    List<Json.Obj> rejected = lines("run/rejected.jsonl");
    assertThat(prompts).hasSize(80);
    long refused = summary.refusedPrompts().values().stream().mapToLong(Long::longValue).sum();
    assertThat(proposed).isEqualTo(prompts.size() + refused);

    Map<String, Json.Obj> places = new HashMap<>();
    for (Json.Obj line : rejected) {
      if ("evolved".equals(line.string("reason"))) {
        places.put(((Json.Obj) line.get("values")).string("kept"), (Json.Obj) line.get("record"));
      }
    }
    List<Json.Obj> evolved =
        prompts.stream().filter(prompt -> "evolve@1".equals(prompt.string("template"))).toList();
    assertThat(evolved).hasSizeBetween(5, 32);
    assertThat(places).hasSameSizeAs(evolved);
    for (Json.Obj prompt : evolved) {
      Json.Obj parent = places.get(prompt.string("id"));
      assertThat(Lineage.of(prompt).parents()).containsExactly(parent.string("id"));
      assertThat(Lineage.of(prompt).seeds()).isEqualTo(Lineage.of(parent).seeds());
      assertThat(prompt.string("category")).isEqualTo("code").isEqualTo(parent.string("category"));
      assertThat(prompt.string("language")).isEqualTo(parent.string("language"));
      assertThat(Lineage.of(prompt).verdicts().getFirst().stage()).isEqualTo("evolution");
    }
    assertThat(summary.refusedPrompts())
        .containsKeys("leaked_instruction", "declined", "unchanged", "evolved");
  }

  @Test
  void dialoguesOpenWithTheEvolvedPrompts() throws Exception {
    run("run", plan(1, 2), new PureTeacher(0));
    Set<String> prompts =
        lines("run/prompts.jsonl").stream()
            .map(prompt -> prompt.string("user_prompt"))
            .collect(Collectors.toSet());
    Set<String> openings = new HashSet<>();
    for (Json.Obj record : lines("run/raw.jsonl")) {
      Json.Obj turn = (Json.Obj) ((Json.Obj) record.get("chat")).get("turn_1");
      openings.add(turn.string("Human").replaceAll("^<\\|Human\\|>: |<eoh>\n$", ""));
    }
    assertThat(openings).isSubsetOf(prompts).isNotEmpty();
  }

  @Test
  void laterRoundsEvolveWhatTheEarlierOnesBrought() throws Exception {
    run("run", plan(0.5, 3), new PureTeacher(0));
    Map<String, Json.Obj> all = new HashMap<>();
    lines("run/prompts.jsonl").forEach(prompt -> all.put(prompt.string("id"), prompt));
    for (Json.Obj line : lines("run/rejected.jsonl")) {
      if (line.get("record") instanceof Json.Obj record && record.string("id") != null) {
        all.put(record.string("id"), record);
      }
    }
    int deepest = 0;
    for (Json.Obj prompt : lines("run/prompts.jsonl")) {
      int depth = 0;
      for (Json.Obj at = prompt;
          "evolve@1".equals(at.string("template"));
          at = all.get(Lineage.of(at).parents().getFirst())) {
        depth++;
      }
      deepest = Math.max(deepest, depth);
    }
    assertThat(deepest).isEqualTo(3);
  }

  @Test
  void withoutAShareNothingIsAskedForIt() throws Exception {
    RecordingTeacher teacher = new RecordingTeacher(new PureTeacher(0));
    run("run", plan(0, 1), teacher);
    assertThat(teacher.asked())
        .isNotEmpty()
        .noneMatch(asked -> asked.messages().getFirst().content().startsWith("Task: evolve"));
  }

  @Test
  void onlyTheOperationsOfTheRecipeAreUsed() throws Exception {
    GenerationPlan plan = plan(1, 1);
    plan =
        plan.withExpansion(
            plan.expansion()
                .withEvolution(
                    plan.expansion().evolution().withOperations(Map.of(Operation.BREADTH, 2))));
    RecordingTeacher teacher = new RecordingTeacher(new PureTeacher(0));
    run("run", plan, teacher);
    List<String> evolving =
        teacher.asked().stream()
            .map(asked -> asked.messages().getFirst().content())
            .filter(content -> content.startsWith("Task: evolve-prompt"))
            .toList();
    assertThat(evolving)
        .hasSizeGreaterThanOrEqualTo(40)
        .allMatch(content -> content.contains("\nOperation: breadth\n"))
        .allMatch(content -> content.contains("\nCategory: code\n"));
  }

  @Test
  void theResultDependsOnTheAnswersAloneAndASecondStartAsksNothing() throws Exception {
    GenerationPlan plan = plan(0.4, 2);
    run("in-turn", plan, new PureTeacher(20));
    Map<String, String> files = RunFiles.of(folder.resolve("in-turn"));
    try (ShufflingTeacher shuffling = new ShufflingTeacher(new PureTeacher(20), 5)) {
      run("shuffled", plan, shuffling);
    }
    assertThat(RunFiles.of(folder.resolve("shuffled"))).isEqualTo(files);
    RecordingTeacher second = new RecordingTeacher(new PureTeacher(20));
    run("in-turn", plan, second);
    assertThat(second.asked()).isEmpty();
    assertThat(RunFiles.of(folder.resolve("in-turn"))).isEqualTo(files);
  }
}
