package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReusesWhatAChangeLeavesTest {

  private static final Sampling COOLER = new Sampling(0.5, 1, 1024, 0);

  @TempDir Path folder;
  private Path run;
  private final RecordingTeacher teacher = new RecordingTeacher(new PureTeacher(15));
  private final RecordingTeacher other = new RecordingTeacher(new PureTeacher(15));
  private final List<String> notes = new ArrayList<>();

  @BeforeEach
  void nameTheRun() {
    run = folder.resolve("run");
  }

  private GenerationPlan plan(int prompts) throws Exception {
    return Plans.plan(folder, prompts, Category.CODE, Category.HONEST);
  }

  private GenerationSummary run(GenerationPlan plan) throws Exception {
    return run(plan, run);
  }

  private GenerationSummary run(GenerationPlan plan, Path folder) throws Exception {
    notes.clear();
    Map<String, ChatModel> teachers = Map.of("pure-teacher", teacher, "另一位 other", other);
    return Generator.run(plan, teachers, folder, listening(), new FakeTime());
  }

  private Progress listening() {
    return new Progress() {
      @Override
      public void at(Step step) {}

      @Override
      public void note(String sentence) {
        notes.add(sentence);
      }
    };
  }

  private static GenerationPlan with(GenerationPlan plan, DialoguePlan dialogues) {
    return plan.withDialogues(dialogues);
  }

  /// Something in which one recipe may differ from another.
  private enum Difference {
    PROMPTS,
    RANDOM_SEED,
    EXAMPLES,
    ADMISSION,
    EXPANSION_RETRIES,
    FROM_SEEDS,
    TURNS,
    REPLIES,
    USER_TURNS,
    DIALOGUE_RETRIES,
    BUDGET,
    JUDGE,
    TEACHERS
  }

  private GenerationPlan with(GenerationPlan plan, Difference difference) throws Exception {
    ExpansionPlan expansion = plan.expansion();
    DialoguePlan dialogues = plan.dialogues();
    return switch (difference) {
      case PROMPTS ->
          new GenerationPlan(
              plan.seeds(),
              plan(5).quotas(),
              expansion,
              dialogues,
              plan.safety(),
              plan.teachers(),
              plan.randomSeed());
      case RANDOM_SEED -> plan.withRandomSeed(7);
      case EXAMPLES ->
          plan.withExpansion(expansion.withExamples(new ExpansionPlan.Examples(3, 2, 4)));
      case ADMISSION ->
          plan.withExpansion(expansion.withAdmission(new ExpansionPlan.Admission(4, 2000, 0.5)));
      case EXPANSION_RETRIES -> plan.withExpansion(expansion.withRetries(0));
      case FROM_SEEDS -> with(plan, dialogues.withFromSeeds(true));
      case TURNS -> with(plan, dialogues.withTurns(Category.CODE, TurnTable.from(2, 1, 2)));
      case REPLIES -> with(plan, dialogues.withReplies(COOLER));
      case USER_TURNS -> with(plan, dialogues.withUserTurns(COOLER));
      case DIALOGUE_RETRIES -> with(plan, dialogues.withRetries(0));
      case BUDGET ->
          with(plan, dialogues.withBudget(new TokenBudget(512, dialogues.budget().count())));
      case JUDGE -> with(plan, dialogues.withJudge(JudgePlan.of("pure-teacher")));
      case TEACHERS ->
          plan.withTeachers(plan.teachers().getFirst().withWeight(2), TeacherPlan.of("另一位 other"));
    };
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource(Difference.class)
  void oneChangeGivesTheFilesOfAFreshRunAndNothingIsAskedTwice(Difference difference)
      throws Exception {
    GenerationPlan plan = plan(3);
    goThereAndBack(plan, with(plan, difference));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomChangesDoToo(long seed) throws Exception {
    Random random = new Random(seed);
    GenerationPlan first = plan(2);
    GenerationPlan second = plan(3);
    for (Difference difference : Difference.values()) {
      first = random.nextInt(3) == 0 ? with(first, difference) : first;
      second = random.nextInt(3) == 0 ? with(second, difference) : second;
    }
    goThereAndBack(first, second);
  }

  private void goThereAndBack(GenerationPlan first, GenerationPlan second) throws Exception {
    run(first);
    Map<String, String> before = RunFiles.of(run);
    run(second);
    Map<String, String> changed = RunFiles.of(run);
    int sent = teacher.asked().size() + other.asked().size();
    GenerationSummary back = run(first);

    assertThat(back.requests().sent()).isZero();
    assertThat(RunFiles.of(run)).isEqualTo(before);
    assertThat(teacher.asked().size() + other.asked().size()).isEqualTo(sent);
    for (RecordingTeacher each : List.of(teacher, other)) {
      Set<ChatRequest> different = new HashSet<>(each.asked());
      assertThat(each.asked()).hasSameSizeAs(different);
    }
    run(second, folder.resolve("fresh"));
    assertThat(changed).isEqualTo(RunFiles.of(folder.resolve("fresh")));
  }

  @Test
  void otherRepliesLeaveThePromptsAlone() throws Exception {
    GenerationPlan plan = plan(4);
    GenerationSummary first = run(plan);
    assertThat(notes).isEmpty();
    int asked = teacher.asked().size();
    GenerationPlan changed = with(plan, plan.dialogues().withReplies(COOLER));
    String sentence =
        "the reply sampling changed (temperature 0.7 -> 0.5): %d dialogues are held anew, %d answers stay in the journal; the prompts are reused"
            .formatted(16, first.usage().answered());
    assertThat(Generator.changes(changed, run))
        .extracting(Change::toString)
        .containsExactly(sentence);
    run(changed);
    assertThat(notes).containsExactly(sentence);
    assertThat(teacher.asked().subList(asked, teacher.asked().size()))
        .isNotEmpty()
        .noneMatch(request -> request.messages().getFirst().content().startsWith("Task: expand"));
    assertThat(Generator.changes(changed, run)).isEmpty();
    run(plan);
    assertThat(notes).singleElement().asString().contains(": 0 dialogues are held anew");
  }

  @Test
  void otherTurnsOfACategoryLeaveTheOthersAlone() throws Exception {
    GenerationPlan plan = plan(4);
    run(plan);
    GenerationPlan changed =
        with(plan, plan.dialogues().withTurns(Category.CODE, TurnTable.fixed(4)));
    GenerationSummary second = run(changed);
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("the turns code changed ({2=1, 3=1} -> {4=1}): 8 dialogues are held anew");
    assertThat(second.usage().answered()).isGreaterThan(second.requests().sent());
    assertThat(second.requests().reused()).isPositive();
  }

  @Test
  void aLargerQuotaLosesNothing() throws Exception {
    GenerationPlan plan = plan(3);
    run(plan);
    List<Quota> quotas = new ArrayList<>(plan.quotas());
    quotas.set(0, new Quota(Category.CODE, Language.ZH, 5));
    quotas.removeLast();
    GenerationPlan larger =
        new GenerationPlan(
            plan.seeds(),
            quotas,
            plan.expansion(),
            plan.dialogues(),
            plan.safety(),
            plan.teachers(),
            42);
    GenerationSummary second = run(larger);
    assertThat(notes)
        .containsExactly(
            "the quotas changed (code zh 3 -> 5, honest en 3 -> 0): 2 prompts more; 3 prompts fewer; what is asked as before is answered from the journal, and what no longer counts stays in run.db");
    assertThat(second.requests().reused()).isPositive();
  }

  @Test
  void saysWhereAllIsAskedAnew() throws Exception {
    GenerationPlan plan = plan(2);
    long answers = run(plan).usage().answered();
    run(plan.withRandomSeed(7));
    assertThat(notes)
        .containsExactly(
            "the random seed changed (42 -> 7): all is asked anew, because the id of every request"
                + " follows from it; %d answers stay in the journal".formatted(answers));
    GenerationPlan others = plan.withTeachers(TeacherPlan.of("另一位 other"));
    assertThat(Generator.changes(others, run))
        .extracting(Change::toString)
        .anySatisfy(change ->
            assertThat(change)
                .startsWith("the teachers changed (pure-teacher -> 另一位 other): all is asked anew"));
    GenerationPlan both =
        plan.withTeachers(plan.teachers().getFirst(), TeacherPlan.of("另一位 other"));
    assertThat(Generator.changes(both, run))
        .extracting(Change::consequence)
        .anySatisfy(change ->
            assertThat(change)
                .startsWith("what falls to another teacher than before is asked anew"));
  }

  @Test
  void otherSeedsAreNamed() throws Exception {
    GenerationPlan plan = plan(2);
    run(plan);
    Path seeds = plan.seeds().getFirst().file();
    Files.writeString(seeds, Files.readString(seeds) + "{\"user_prompt\": \"再来一个种子\"}\n");
    assertThat(Generator.changes(plan, run))
        .singleElement()
        .asString()
        .startsWith("the seeds changed (32 seeds -> 33 seeds, sha256 ")
        .contains("… -> ")
        .contains("prompts are made anew");
    assertThat(Generator.changes(plan, folder.resolve("none"))).isEmpty();
  }
}
