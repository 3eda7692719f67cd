package io.mosskit.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusesImpossiblePlansTest {

  private static final SeedFile SEEDS = SeedFile.of(Path.of("seeds.jsonl"));
  private static final Quota CODE_ZH = new Quota(Category.CODE, Language.ZH, 3);

  @Test
  void namesTheValueThatIsWrong() {
    assertThatThrownBy(() -> new PluginPlan.Shares(1.5, 0, 0, 0, 0))
        .hasMessageContaining("off-share is in [0, 1], not 1.5");
    assertThatThrownBy(() -> new PluginPlan.Shares(0, 0.6, 0.6, 0, 0))
        .hasMessageContaining("unneeded-share and fails-share together");
    assertThatThrownBy(() -> PluginPlan.DEFAULT.withMostCalls(0)).hasMessageContaining("not 0");
    GenerationPlan searching =
        GenerationPlan.of(List.of(SEEDS), List.of(new Quota(Category.MIX, Language.ZH, 1)), "m");
    assertThatThrownBy(searching::requirePlugins)
        .hasMessageContaining("the quota for mix zh wants the plugin Search, which is not there");
    assertThatThrownBy(() -> new Quota(Category.CODE, Language.MIXED, 1))
        .hasMessageContaining("zh or en, not mixed");
    assertThatThrownBy(() -> new Quota(Category.CODE, Language.EN, 0)).hasMessageContaining("0");
    assertThatThrownBy(() -> GenerationPlan.of(List.of(), List.of(CODE_ZH), "m"))
        .hasMessageContaining("at least one file");
    assertThatThrownBy(() -> GenerationPlan.of(List.of(SEEDS), List.of(CODE_ZH, CODE_ZH), "m"))
        .hasMessageContaining("two quotas");
    assertThatThrownBy(() -> TeacherPlan.of(" ")).hasMessageContaining("name");
    assertThatThrownBy(() -> TeacherPlan.of("m").withConcurrency(0))
        .hasMessageContaining("concurrency 0");
    assertThatThrownBy(
            () -> TeacherPlan.of("m").withPauses(Duration.ofSeconds(2), Duration.ofSeconds(1)))
        .hasMessageContaining("firstPause PT2S");
    assertThatThrownBy(() -> ExpansionPlan.DEFAULT.withRetries(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new ExpansionPlan.Examples(0, 2, 5)).hasMessageContaining("seeds 0");
    assertThatThrownBy(() -> new ExpansionPlan.Rounds(0, 1)).hasMessageContaining("answers 0");
    assertThatThrownBy(() -> new ExpansionPlan.Admission(5, 4, 0.7)).hasMessageContaining("5");
    assertThatThrownBy(() -> new ExpansionPlan.Admission(1, 4, Double.NaN))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> EvolutionPlan.NONE.withShare(1.5)).hasMessageContaining("share 1.5");
    assertThatThrownBy(() -> EvolutionPlan.NONE.withRounds(0)).hasMessageContaining("rounds 0");
    assertThatThrownBy(() -> EvolutionPlan.NONE.withOperations(Map.of()))
        .hasMessageContaining("at least one operation");
    assertThatThrownBy(() -> new PersonaPlan(List.of(), 0.5)).hasMessageContaining("no file");
    assertThatThrownBy(() -> new PersonaPlan(List.of(Path.of("人.jsonl")), -1))
        .hasMessageContaining("share -1");
    assertThatThrownBy(() -> DialoguePlan.DEFAULT.withRetries(-2)).hasMessageContaining("-2");
    assertThatThrownBy(() -> DialoguePlan.DEFAULT.withCutAfter(3)).hasMessageContaining("not 3");
    assertThatThrownBy(() ->
            new DialoguePlan(
                true,
                Map.of(),
                0,
                DialoguePlan.DEFAULT.userTurns(),
                DialoguePlan.DEFAULT.replies(),
                DialoguePlan.DEFAULT.budget(),
                128,
                Optional.empty(),
                PluginPlan.DEFAULT))
        .hasMessageContaining("a table of turns for each");
  }

  @Test
  void refusesAJudgeWhoIsNotThere() {
    JudgePlan judge = JudgePlan.of("j");
    assertThatThrownBy(() -> judge.withMinScore(6)).hasMessageContaining("min-score 6");
    assertThatThrownBy(() -> judge.withMinScore(0)).hasMessageContaining("min-score 0");
    assertThatThrownBy(() -> judge.withShare(1.5)).hasMessageContaining("share 1.5");
    GenerationPlan plan = GenerationPlan.of(List.of(SEEDS), List.of(), "m");
    assertThatThrownBy(() -> plan.withDialogues(plan.dialogues().withJudge(judge)))
        .hasMessageContaining("the judge \"j\" is none of the teachers [m]");
    GenerationPlan judged =
        plan.withTeachers(TeacherPlan.of("m"), TeacherPlan.of("j").withWeight(0))
            .withDialogues(plan.dialogues().withJudge(judge));
    assertThat(judged.parameters())
        .hasEntrySatisfying(
            "judge",
            text -> assertThat(text).startsWith("j, min-score 3, share 1.0, unreadable keep"))
        .containsEntry("dialogue budget", "2048 tokens by estimate@1");
    assertThat(plan.parameters()).containsEntry("judge", "none");
  }

  @Test
  void withoutQuotasTheSeedsOpenTheDialogues() {
    GenerationPlan plan = GenerationPlan.of(List.of(SEEDS), List.of(), "m");
    assertThat(plan.dialogues().fromSeeds()).isTrue();
    assertThatThrownBy(() -> plan.withDialogues(plan.dialogues().withFromSeeds(false)))
        .hasMessageContaining("nothing to do");
  }

  @Test
  void teachersHaveDifferentNamesAndOneOfThemAWeight() {
    GenerationPlan plan = GenerationPlan.of(List.of(SEEDS), List.of(CODE_ZH), "m");
    TeacherPlan judge = TeacherPlan.of("judge").withWeight(0);
    assertThat(plan.withTeachers(TeacherPlan.of("m").withWeight(3), judge).parameters())
        .containsEntry("teachers", "judge 0, m 3");
    assertThatThrownBy(() -> plan.withTeachers(judge)).hasMessageContaining("weight");
    assertThatThrownBy(() -> plan.withTeachers(TeacherPlan.of("m"), TeacherPlan.of("m")))
        .hasMessageContaining("one name");
    assertThatThrownBy(() -> TeacherPlan.of("m").withWeight(-1)).hasMessageContaining("weight -1");
  }

  @Test
  void parametersNameEverythingTheResultDependsOn() {
    GenerationPlan plan = GenerationPlan.of(List.of(SEEDS), List.of(CODE_ZH), "m");
    assertThat(plan.parameters())
        .containsEntry("random seed", "42")
        .containsEntry("teachers", "m")
        .containsEntry("quota code zh", "3")
        .containsEntry("turns harmless", "{2=50, 3=26, 4=9, 5=8, 6=3, 7=3, 8=1}");
    GenerationPlan faster =
        plan.withTeachers(plan.teachers().getFirst().withConcurrency(64).withAttempts(1));
    assertThat(faster.parameters()).isEqualTo(plan.parameters());
    assertThat(plan.withRandomSeed(1).parameters()).isNotEqualTo(plan.parameters());
    assertThat(
            plan.withExpansion(
                    plan.expansion().withAdmission(new ExpansionPlan.Admission(4, 2000, 0.6)))
                .parameters())
        .isNotEqualTo(plan.parameters());
  }
}
