package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.GenerationException;
import io.mosskit.generator.plan.GenerationException.Kind;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.Plans;
import io.mosskit.generator.testing.PureTeacher;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.generator.testing.RunFiles;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.progress.Progress.Step;
import io.mosskit.schema.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepsAccountsTest {

  @TempDir Path folder;

  private GenerationSummary run(GenerationPlan plan, ChatModel teacher) throws Exception {
    return Generator.run(
        plan, Plans.teacher(teacher), folder.resolve("run"), Progress.NONE, new FakeTime());
  }

  private List<Json.Obj> lines(String file) throws Exception {
    List<Json.Obj> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("run").resolve(file))) {
      lines.add((Json.Obj) Json.parse(line));
    }
    return lines;
  }

  @Test
  void everythingIsInOneOfTheFiles() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 10, Category.CODE, Category.CONTINUE);
    Files.writeString(folder.resolve("bad.jsonl"), "no seed, 不是种子\n");
    List<SeedFile> seeds = new ArrayList<>(plan.seeds());
    seeds.add(SeedFile.of(folder.resolve("bad.jsonl")));
    plan =
        new GenerationPlan(
            seeds,
            plan.quotas(),
            plan.expansion().withRetries(0),
            plan.dialogues().withFromSeeds(true).withRetries(0),
            plan.safety(),
            plan.teachers(),
            7);

    GenerationSummary summary = run(plan, new PureTeacher(20));

    List<Json.Obj> rejected = lines("rejected.jsonl");
    assertThat(summary.seeds()).isEqualTo(32);
    assertThat(summary.rejectedSeeds()).isEqualTo(Map.of("not_json", 1L));
    assertThat(summary.families())
        .extracting(GenerationSummary.Family::name)
        .containsExactly("code zh", "code en", "continue zh", "continue en");
    for (GenerationSummary.Family family : summary.families()) {
      assertThat(family.accepted()).isEqualTo(family.wanted()).isEqualTo(10);
      assertThat(family.written() + family.rejected()).isEqualTo(8 + 10);
    }
    long proposed = summary.families().stream().mapToLong(GenerationSummary.Family::proposed).sum();
    assertThat(proposed).isEqualTo(summary.acceptedPrompts() + sum(summary.refusedPrompts()));
    assertThat(summary.fruitlessRequests()).containsOnlyKeys("broken_answer");
    assertThat(lines("prompts.jsonl")).hasSize((int) summary.acceptedPrompts());
    assertThat(lines("raw.jsonl")).hasSize((int) summary.writtenDialogues());
    assertThat(rejected)
        .hasSize(
            1
                + (int) sum(summary.fruitlessRequests())
                + (int) sum(summary.refusedPrompts())
                + (int) sum(summary.rejectedDialogues()));
    assertThat(rejected).extracting(line -> line.string("stage")).contains("read", "dialogue");
    assertThat(summary.requests().sent()).isEqualTo(summary.usage().attempts());
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  @Test
  void recordsReadBackWithTheirHistory() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 6, Category.ROLE_PLAYING);
    RecordingTeacher teacher = new RecordingTeacher(new PureTeacher(10));
    run(plan, teacher);
    Path run = folder.resolve("run");
    assertThat(FileKind.of(run.resolve("prompts.jsonl"))).isEqualTo(FileKind.PROMPTS);
    Set<String> prompts = new HashSet<>();
    for (Json.Obj prompt : lines("prompts.jsonl")) {
      prompts.add(prompt.string("id"));
      assertThat(prompt.get("verdicts")).isNotNull();
    }
    Set<String> ids = new HashSet<>();
    try (var entries = Corpus.of(run.resolve("raw.jsonl")).entries()) {
      for (Entry entry : entries) {
        var conversation = ((Entry.Accepted) entry).conversation();
        assertThat(conversation.turns()).hasSizeBetween(2, 3);
        assertThat(conversation.categoryText()).isEqualTo("rp");
        assertThat(ids.add(conversation.recordId())).isTrue();
        Lineage lineage = Lineage.of(conversation);
        assertThat(prompts).containsAll(lineage.parents());
        assertThat(lineage.seeds()).isNotEmpty().allMatch(seed -> seed.startsWith("seeds-"));
        assertThat(teacher.ids()).containsAll(lineage.requests());
      }
    }
    assertThat(ids).isNotEmpty();
  }

  @Test
  void holdsDialoguesFromSeedsAlone() throws Exception {
    SeedFile seeds = Plans.seeds(folder, Category.HONEST);
    SeedFile plugins = Plans.seeds(folder, Category.CALCULATOR);
    GenerationPlan plan = GenerationPlan.of(List.of(seeds, plugins), List.of(), "pure-teacher");
    GenerationSummary summary = run(plan, new PureTeacher(0));
    assertThat(summary.writtenDialogues()).isEqualTo(16);
    assertThat(lines("prompts.jsonl")).isEmpty();
    Json.Obj lineage =
        (Json.Obj) ((Json.Obj) lines("raw.jsonl").getFirst().get("mosskit")).get("lineage");
    assertThat(lineage.get("seeds")).isEqualTo(Json.ofStrings(List.of("seeds-honest-1")));
    assertThat(lineage.get("parents")).isEqualTo(Json.ofStrings(List.of("seeds-honest-1")));
  }

  @Test
  void stopsWhereRoundsBringNothing() throws Exception {
    String copy = "{\"prompts\": [\"白衬衫上洒了红酒怎么洗掉呢？\"]}";
    RecordingTeacher teacher =
        new RecordingTeacher(_ -> new ChatReply(copy, Finish.STOP, 0, 0, "pure-teacher"));
    GenerationPlan plan =
        GenerationPlan.of(
            List.of(Plans.seeds(folder, Category.CODE)),
            List.of(new Quota(Category.CODE, Language.ZH, 5)),
            "pure-teacher");
    GenerationSummary summary = run(plan, teacher);
    assertThat(summary.families())
        .containsExactly(new GenerationSummary.Family("code zh", 5, 3, 0, true, 0, 0));
    assertThat(teacher.asked()).hasSize(3);
  }

  @Test
  void namesTheQuotaThatHasNoSeeds() throws Exception {
    GenerationPlan plan =
        GenerationPlan.of(
            List.of(Plans.seeds(folder, Category.CODE)),
            List.of(new Quota(Category.HONEST, Language.EN, 5)),
            "pure-teacher");
    assertThatThrownBy(() -> run(plan, new PureTeacher(0)))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.kind()).isEqualTo(Kind.NO_SEEDS))
        .hasMessageContaining("honest en");
  }

  @Test
  void asksAgainAtTheNextStartWhatTheTeacherCouldNotBeHadFor() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 6, Category.HARMLESS);
    GenerationPlan impatient = plan.withTeachers(plan.teachers().getFirst().withAttempts(1));
    ChatModel pure = new PureTeacher(10);
    ChatModel flaky =
        request -> {
          boolean reply = request.form().equals(ChatRequest.Form.TEXT);
          if (reply && request.id().hashCode() % 3 == 0) {
            throw new ChatException(ChatException.Kind.UNAVAILABLE, "down, 连不上");
          }
          return pure.reply(request);
        };
    GenerationSummary first = run(impatient, flaky);
    assertThat(first.rejectedDialogues().get("teacher_unavailable")).isPositive();
    assertThat(Files.readString(folder.resolve("run/rejected.jsonl"))).contains("down, 连不上");

    GenerationSummary second = run(plan, pure);
    assertThat(second.rejectedDialogues()).doesNotContainKey("teacher_unavailable");
    Map<String, String> files = RunFiles.of(folder.resolve("run"));
    Path fresh = folder.resolve("fresh");
    Generator.run(plan, Plans.teacher(pure), fresh, Progress.NONE, new FakeTime());
    assertThat(files).isEqualTo(RunFiles.of(fresh));
  }

  @Test
  void endsWhereTheTeacherIsDownForAllDialogues() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 20, Category.WRITING);
    GenerationPlan few =
        plan.withTeachers(plan.teachers().getFirst().withConcurrency(2).withAttempts(2));
    ChatModel pure = new PureTeacher(0);
    RecordingTeacher dying =
        new RecordingTeacher(request -> {
          if (request.form().equals(ChatRequest.Form.TEXT)) {
            throw new ChatException(ChatException.Kind.UNAVAILABLE, "refused, 连不上");
          }
          return pure.reply(request);
        });
    assertThatThrownBy(() -> run(few, dying))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(Kind.TEACHER_UNAVAILABLE))
        .hasMessageContaining("refused, 连不上")
        .hasMessageContaining("start the run again");
    long dialogues =
        dying.asked().stream().filter(asked -> asked.form().equals(ChatRequest.Form.TEXT)).count();
    assertThat(dialogues).isLessThan(2 * 40);
    assertThat(run(plan, pure).writtenDialogues()).isEqualTo(40);
  }

  @Test
  void stopsAtOnceWhereNoRequestCanSucceed() throws Exception {
    RecordingTeacher teacher =
        new RecordingTeacher(
            (ChatModel)
                _ -> {
                  throw new ChatException(ChatException.Kind.MISCONFIGURED, "check the key, 请检查密钥");
                });
    GenerationPlan plan = Plans.plan(folder, 50, Category.CODE);
    GenerationPlan oneByOne = plan.withTeachers(plan.teachers().getFirst().withConcurrency(1));
    assertThatThrownBy(() -> run(oneByOne, teacher))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(Kind.TEACHER_MISCONFIGURED))
        .hasMessage("check the key, 请检查密钥");
    assertThat(teacher.asked()).hasSize(1);
    assertThat(folder.resolve("run/raw.jsonl")).doesNotExist();
  }

  @Test
  void endsWhereARoundCannotBeAnswered() throws Exception {
    ChatModel down =
        _ -> {
          throw new ChatException(ChatException.Kind.UNAVAILABLE, "connection refused");
        };
    assertThatThrownBy(() -> run(Plans.plan(folder, 3, Category.CODE), down))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.kind()).isEqualTo(Kind.TEACHER_UNAVAILABLE))
        .hasMessageContaining("connection refused")
        .hasMessageContaining("start the run again");
  }

  @Test
  void anInterruptStopsTheRunAndKeepsWhatItHas() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 6, Category.CODE);
    PureTeacher pure = new PureTeacher(0);
    CountDownLatch inDialogues = new CountDownLatch(1);
    CountDownLatch never = new CountDownLatch(1);
    ChatModel stuck =
        request -> {
          if (request.messages().getFirst().content().startsWith("Task: user-turn")) {
            inDialogues.countDown();
            never.await();
          }
          return pure.reply(request);
        };
    AtomicReference<Exception> end = new AtomicReference<>();
    Thread runner =
        Thread.ofPlatform()
            .start(() -> {
              try {
                run(plan, stuck);
              } catch (Exception e) {
                end.set(e);
              }
            });
    inDialogues.await();
    runner.interrupt();
    runner.join();
    assertThat(end.get()).isInstanceOf(InterruptedException.class);

    RecordingTeacher later = new RecordingTeacher(pure);
    run(plan, later);
    assertThat(later.asked())
        .noneMatch(asked -> asked.messages().getFirst().content().startsWith("Task: expand"));
  }

  @Test
  void tellsHowFarItHasCome() throws Exception {
    List<Step> steps = Collections.synchronizedList(new ArrayList<>());
    GenerationPlan plan = Plans.plan(folder, 4, Category.CODE);
    Generator.run(
        plan, Plans.teacher(new PureTeacher(0)), folder.resolve("run"), steps::add, new FakeTime());
    assertThat(steps.getFirst().withRemarks(List.of()))
        .isEqualTo(new Step("prompts", 0, 8, "prompts", Map.of("refused", 0L)));
    assertThat(steps.getFirst().remarks())
        .containsExactly("0/8 in flight", "0.0 requests/s, 0 tokens/s");
    assertThat(steps.getLast().stage()).isEqualTo("dialogues");
    assertThat(steps)
        .anySatisfy(step -> {
          assertThat(step.stage()).isEqualTo("dialogues");
          assertThat(step.done()).isEqualTo(step.total()).isEqualTo(8);
        });
  }

  @Test
  void oneTurnIsADialogueToo() throws Exception {
    GenerationPlan plan = Plans.plan(folder, 2, Category.WRITING);
    plan = plan.withDialogues(plan.dialogues().withTurns(Category.WRITING, TurnTable.fixed(1)));
    assertThat(run(plan, new PureTeacher(0)).writtenDialogues()).isEqualTo(4);
  }
}
