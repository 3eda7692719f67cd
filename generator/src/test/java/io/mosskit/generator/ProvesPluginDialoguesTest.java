package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Time;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.PluginPlan.Shares;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.rehearsal.RehearsalOptions;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.store.RunView;
import io.mosskit.generator.store.Verification;
import io.mosskit.generator.teacher.OpenAiTeacher;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.generator.testing.BatchRuns;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.plugins.search.Search;
import io.mosskit.plugins.search.documents.DocumentFields;
import io.mosskit.plugins.search.documents.Documents;
import io.mosskit.plugins.search.index.DocumentIndex;
import io.mosskit.plugins.search.index.IndexBuilder;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whole runs over our own seeds and documents, in Chinese and English side by side, with a teacher
/// of which a fifth of the answers is wrong on purpose.
class ProvesPluginDialoguesTest {

  private static final Path DATASETS = Path.of("..", "datasets");
  private static final int PROMPTS = 5;

  private static final Set<Category> FEW = Set.of(Category.CALCULATOR, Category.WEB_SEARCH);

  private static DocumentIndex documents;

  @TempDir Path folder;

  @BeforeAll
  static void index() throws Exception {
    documents =
        IndexBuilder.inMemory(
            Documents.in(List.of(DATASETS.resolve("documents")), DocumentFields.DEFAULT), _ -> {});
  }

  @AfterAll
  static void close() throws Exception {
    documents.close();
  }

  private static Plugins plugins() {
    return Plugins.installed().with(new Search(documents));
  }

  private static GenerationPlan plan() {
    return plan(Category.PLUGIN);
  }

  private static GenerationPlan plan(Set<Category> categories) {
    List<SeedFile> files = new ArrayList<>();
    List<Quota> quotas = new ArrayList<>();
    for (Category category : new TreeSet<>(categories)) {
      files.add(SeedFile.of(DATASETS.resolve("seeds").resolve(category.label() + ".jsonl")));
      quotas.add(new Quota(category, Language.ZH, PROMPTS));
      quotas.add(new Quota(category, Language.EN, PROMPTS));
    }
    GenerationPlan plan = GenerationPlan.of(files, quotas, RehearsalTeacher.MODEL);
    PluginPlan plugins =
        PluginPlan.DEFAULT.withPlugins(plugins()).withShares(new Shares(0.2, 0.2, 0.4, 0.3, 0.3));
    return plan.withDialogues(plan.dialogues().withPlugins(plugins))
        .withTeachers(teacher(RehearsalTeacher.MODEL));
  }

  private static TeacherPlan teacher(String name) {
    return TeacherPlan.of(name)
        .withConcurrency(16)
        .withPauses(Duration.ofMillis(1), Duration.ofMillis(2));
  }

  private GenerationSummary run(GenerationPlan plan, Bounds bounds, String name) throws Exception {
    RehearsalOptions options = RehearsalOptions.seeded(7).withFlawShare(0.2);
    try (RehearsalTeacher rehearsal = RehearsalTeacher.start(options);
        OpenAiTeacher teacher =
            OpenAiTeacher.connect(
                TeacherSettings.of(URI.create(rehearsal.baseUrl()), RehearsalTeacher.MODEL),
                Map.of())) {
      Map<String, ChatModel> teachers = new HashMap<>();
      plan.teachers().forEach(each -> teachers.put(each.name(), teacher));
      return Generator.run(
          plan, bounds, teachers, folder.resolve(name), Progress.NONE, Time.ofTheWall());
    }
  }

  @Test
  void nothingUnsupportedGetsThrough() throws Exception {
    GenerationSummary summary = run(plan(), Bounds.NONE, "run");

    long all = 2L * PROMPTS * Category.PLUGIN.size();
    long rejected = summary.rejectedDialogues().values().stream().mapToLong(Long::longValue).sum();
    assertThat(summary.writtenDialogues() + rejected).isEqualTo(all);
    assertThat(summary.writtenDialogues()).isGreaterThan(all * 8 / 10);

    Verification found = summary.verification();
    assertThat(found.format().failed()).isPositive();
    assertThat(found.meaning().failed()).isPositive();
    assertThat(found.execution().checked()).isPositive();
    assertThat(found.execution().failed()).isZero();
    assertThat(found.meaning().retried())
        .isPositive()
        .isLessThanOrEqualTo(found.meaning().failed());
    assertThat(found.meaning().checked())
        .isEqualTo(found.format().checked() - found.format().failed());
    try (RunView view = RunView.open(folder.resolve("run"))) {
      assertThat(view.verification()).isEqualTo(found);
    }

    SortedSet<String> seen = new TreeSet<>();
    Auditor auditor = new Auditor(plugins(), Limits.DEFAULT);
    try (Scan<Entry> scan = Corpus.of(folder.resolve("run/raw.jsonl")).entries()) {
      for (Entry entry : scan) {
        Conversation dialogue = ((Entry.Accepted) entry).conversation();
        assertThat(ConversationCheck.violations(dialogue)).isEmpty();
        assertThat(auditor.audit(dialogue).findings()).as(dialogue.recordId()).isEmpty();
        assertThat(Category.of(dialogue))
            .get()
            .satisfies(it -> assertThat(it).isIn(Category.PLUGIN));
        int calls = auditor.audit(dialogue).calls().size();
        assertThat(Lineage.of(dialogue).receipts()).hasSize(calls);
        Json.Obj told = (Json.Obj) dialogue.mosskit().get(Category.PLUGINS_MEMBER);
        seen.add(told.string("category") + " " + dialogue.mosskit().string("language"));
        ((Json.Arr) told.get("outcomes")).elements().forEach(each -> seen.add(each.text()));
        seen.add(dialogue.meta().switches().size() + " lines");
      }
    }
    assertThat(seen)
        .contains(
            "6 lines",
            "7 lines",
            "\"answered\"",
            "\"failed\"",
            "\"unneeded\"",
            "\"off\"",
            "calculator en",
            "calculator zh",
            "equation-solver en",
            "equation-solver zh",
            "mix en",
            "mix zh",
            "text-to-image en",
            "text-to-image zh",
            "web-search en",
            "web-search zh");
  }

  @Test
  void theSameSeedGivesTheSameBytesAndABudgetOnlyInterruptsIt() throws Exception {
    GenerationPlan plan = plan(FEW);
    run(plan, Bounds.NONE, "whole");

    Bounds few = Bounds.NONE.withPreview(5);
    assertThat(run(plan, few, "parts").ending().left()).isPositive();
    GenerationSummary rest = run(plan, Bounds.NONE, "parts");
    assertThat(rest.requests().reused()).isPositive();
    assertThat(RunFiles.of(folder.resolve("parts")))
        .isEqualTo(RunFiles.of(folder.resolve("whole")));

    GenerationSummary again = run(plan, Bounds.NONE, "parts");
    assertThat(again.requests().sent()).isZero();
  }

  @Test
  void batchesBringTheSame() throws Exception {
    GenerationPlan plan =
        plan(FEW).withTeachers(teacher(RehearsalTeacher.MODEL).withConcurrency(1000));
    try (RehearsalTeacher server =
            RehearsalTeacher.start(RehearsalOptions.seeded(7).withFlawShare(0.2));
        BatchRuns runs = BatchRuns.at(server, _ -> {})) {
      Path chat = folder.resolve("chat");
      Generator.run(plan, runs.chat(), chat, Progress.NONE);
      Path batch = folder.resolve("batch");
      Generator.run(plan, runs.batches(), batch, Progress.NONE);
      assertThat(RunFiles.of(batch)).isEqualTo(RunFiles.of(chat));
    }
  }

  @Test
  void severalTeachersAndAJudgeServeThem() throws Exception {
    GenerationPlan plan = plan(FEW);
    plan =
        plan.withTeachers(teacher("one"), teacher("two"), teacher("judge").withWeight(0))
            .withDialogues(plan.dialogues().withJudge(JudgePlan.of("judge").withMinScore(1)));
    GenerationSummary summary = run(plan, Bounds.NONE, "judged");
    assertThat(summary.writtenDialogues()).isPositive();
    try (Scan<Entry> scan = Corpus.of(folder.resolve("judged/raw.jsonl")).entries()) {
      for (Entry entry : scan) {
        Conversation dialogue = ((Entry.Accepted) entry).conversation();
        assertThat(Lineage.of(dialogue).verdicts())
            .extracting(verdict -> verdict.stage())
            .contains("verification", "judge");
      }
    }
    try (RunView view = RunView.open(folder.resolve("judged"))) {
      assertThat(view.teachers()).extracting(each -> each.name()).contains("one", "two", "judge");
    }
  }

  @Test
  void aChangedShareOfSwitchesReusesThePromptsAndHoldsTheDialoguesAnew() throws Exception {
    GenerationPlan plan = plan(FEW);
    run(plan, Bounds.NONE, "run");
    PluginPlan plugins = plan.dialogues().plugins();
    GenerationPlan changed =
        plan.withDialogues(
            plan.dialogues().withPlugins(plugins.withShares(new Shares(0.5, 0.2, 0.4, 0.3, 0.3))));
    assertThat(Generator.changes(changed, folder.resolve("run")))
        .singleElement()
        .satisfies(change -> {
          assertThat(change.parameter()).isEqualTo("plugins");
          assertThat(change.toString())
              .contains("off-share 0.2 -> 0.5", "20 dialogues are held anew", "prompts are reused");
        });
    GenerationSummary summary = run(changed, Bounds.NONE, "run");
    assertThat(summary.requests().reused()).isPositive();
  }
}
