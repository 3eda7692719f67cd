package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.PersonaPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.rehearsal.Fault;
import io.mosskit.generator.rehearsal.Faults;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs over our own seeds, all categories in both languages, with the rehearsal teacher at
/// the other end of the real client.
class RehearsesWholeRunsTest {

  @TempDir Path folder;

  private GenerationPlan plan() {
    Path seeds = Path.of("..", "datasets", "seeds");
    List<SeedFile> files = new ArrayList<>();
    List<Quota> quotas = new ArrayList<>();
    for (Category category : Quota.CATEGORIES) {
      files.add(SeedFile.of(seeds.resolve(category.label() + ".jsonl")));
      quotas.add(new Quota(category, Language.ZH, 6));
      quotas.add(new Quota(category, Language.EN, 6));
    }
    GenerationPlan plan = GenerationPlan.of(files, quotas, RehearsalTeacher.MODEL);
    Path personas = Path.of("..", "datasets", "personas");
    plan =
        plan.withExpansion(
            plan.expansion()
                .withEvolution(plan.expansion().evolution().withShare(0.5))
                .withPersonas(
                    new PersonaPlan(
                        List.of(personas.resolve("zh.jsonl"), personas.resolve("en.jsonl")), 0.5)));
    return plan.withDialogues(plan.dialogues().withJudge(JudgePlan.of(RehearsalTeacher.MODEL)))
        .withTeachers(
            plan.teachers()
                .getFirst()
                .withConcurrency(16)
                .withAttempts(12)
                .withPauses(Duration.ofMillis(1), Duration.ofMillis(2)));
  }

  private GenerationSummary run(String name, Faults faults) throws Exception {
    RehearsalOptions options = RehearsalOptions.seeded(7).withFaults(faults);
    try (RehearsalTeacher rehearsal = RehearsalTeacher.start(options);
        OpenAiTeacher teacher =
            OpenAiTeacher.connect(
                TeacherSettings.of(URI.create(rehearsal.baseUrl()), RehearsalTeacher.MODEL),
                Map.of())) {
      return Generator.run(plan(), teacher, folder.resolve(name), Progress.NONE);
    }
  }

  @Test
  void allDialoguesAreHeldAndFaultsChangeNone() throws Exception {
    GenerationSummary calm = run("calm", Faults.NONE);
    assertThat(calm.rejectedDialogues().keySet()).isSubsetOf("judged_poor");
    long all = 2L * 6 * Quota.CATEGORIES.size();
    assertThat(calm.writtenDialogues()).isBetween(all * 9 / 10, all);
    Faults faults =
        Faults.NONE
            .with(Fault.RATE_LIMITED, 0.1)
            .with(Fault.FAILED, 0.05)
            .with(Fault.TRUNCATED, 0.05)
            .with(Fault.EMPTY, 0.05)
            .withRetryAfter(Duration.ZERO);
    GenerationSummary rough = run("rough", faults);
    assertThat(rough.requests().sent()).isGreaterThan(calm.requests().sent());
    for (String file : List.of("prompts.jsonl", "raw.jsonl", "rejected.jsonl")) {
      assertThat(folder.resolve("rough").resolve(file))
          .hasSameBinaryContentAs(folder.resolve("calm").resolve(file));
    }
    assertWellFormed(folder.resolve("calm/raw.jsonl"));
    assertThat(Files.readString(folder.resolve("calm/prompts.jsonl")))
        .contains("\"template\":\"evolve@1\"", "\"persona\":\"persona-zh-", "persona-en-")
        .contains("\"constraints\":[")
        .doesNotContain("\"licence\":null");
  }

  private static void assertWellFormed(Path raw) throws Exception {
    Set<String> openings = new HashSet<>();
    Set<@Nullable Json> helpfulness = new HashSet<>();
    int dialogues = 0;
    try (Scan<Entry> scan = Corpus.of(raw).entries()) {
      for (Entry entry : scan) {
        Conversation dialogue = ((Entry.Accepted) entry).conversation();
        assertThat(ConversationCheck.violations(dialogue)).isEmpty();
        assertThat(Lineage.of(dialogue).teacher()).isEqualTo("rehearsal");
        helpfulness.add(scores(dialogue).get("helpfulness"));
        assertThat(dialogue.mosskit().string("licence")).isEqualTo("CC-BY-4.0");
        openings.add(dialogue.turns().getFirst().human());
        dialogues++;
      }
    }
    assertThat(openings).hasSize(dialogues);
    assertThat(helpfulness).as("scores that discriminate").hasSizeGreaterThan(1);
    assertThat(Files.size(raw)).isPositive();
  }

  private static Json.Obj scores(Conversation dialogue) {
    return (Json.Obj) Objects.requireNonNull(dialogue.mosskit().get("scores"));
  }
}
