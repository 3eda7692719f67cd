package io.mosskit.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Time;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.rehearsal.RehearsalTeacher;
import io.mosskit.generator.rehearsal.script.Answer;
import io.mosskit.generator.rehearsal.script.Script;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.taxonomy.Kind;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs over our own harmless and honest seeds, with the rehearsal teacher's script as the teacher.
class AnswersByTheTaxonomyTest {

  private static final int PROMPTS = 20;

  @TempDir Path folder;

  private static RecordingTeacher teacher(double flawShare) {
    Script script = new Script(7, flawShare);
    return new RecordingTeacher(request -> reply(script, request));
  }

  private static ChatReply reply(Script script, ChatRequest request) {
    try {
      Answer answer = script.answer(request.messages(), request.id(), 4096);
      Finish finish = answer.cut() ? Finish.LENGTH : Finish.STOP;
      return new ChatReply(answer.content(), finish, 0, 0, "rehearsal");
    } catch (Script.UnreadableTask e) {
      throw new AssertionError(e);
    }
  }

  private GenerationSummary run(RecordingTeacher teacher) throws Exception {
    Path seeds = Path.of("..", "datasets", "seeds");
    List<Quota> quotas = new ArrayList<>();
    for (Category category : List.of(Category.HARMLESS, Category.HONEST)) {
      quotas.add(new Quota(category, Language.ZH, PROMPTS));
      quotas.add(new Quota(category, Language.EN, PROMPTS));
    }
    GenerationPlan plan =
        GenerationPlan.of(
            List.of(
                SeedFile.of(seeds.resolve("harmless.jsonl")),
                SeedFile.of(seeds.resolve("honest.jsonl"))),
            quotas,
            RehearsalTeacher.MODEL);
    Map<String, RecordingTeacher> teachers = Map.of(RehearsalTeacher.MODEL, teacher);
    return Generator.run(
        plan.withDialogues(plan.dialogues().withFromSeeds(true)),
        teachers,
        folder,
        Progress.NONE,
        Time.ofTheWall());
  }

  private List<Json.Obj> lines(String name) throws Exception {
    List<Json.Obj> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(name))) {
      lines.add((Json.Obj) Json.parse(line));
    }
    return lines;
  }

  private static Taxon taxon(Json.Obj place) {
    String kind = place.string("kind");
    Category category = Kind.named(String.valueOf(kind)).orElseThrow().category();
    return Taxon.of(category, kind, place.string("risk")).orElseThrow();
  }

  @Test
  void everyRecordSaysWhatWasTriedAndHowItWasAnswered() throws Exception {
    RecordingTeacher teacher = teacher(0);
    GenerationSummary summary = run(teacher);

    assertThat(summary.rejectedDialogues()).isEmpty();
    List<Json.Obj> prompts = lines("prompts.jsonl");
    assertThat(prompts).hasSize(4 * PROMPTS);
    for (Json.Obj prompt : prompts) {
      boolean harmless = "harmless".equals(prompt.string("category"));
      assertThat(taxon(prompt).risk() != null).as(prompt.text()).isEqualTo(harmless);
    }
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    Set<Grade> grades = EnumSet.noneOf(Grade.class);
    for (Json.Obj record : lines("raw.jsonl")) {
      Json.Obj place = (Json.Obj) ((Json.Obj) record.get("mosskit")).get("taxonomy");
      Grade grade = Grade.named(String.valueOf(place.string("grade"))).orElseThrow();
      assertThat(taxon(place).grades()).contains(grade);
      assertThat(record.text()).doesNotContain("Task: reply").contains("taxonomy@1");
      kinds.add(taxon(place).kind());
      grades.add(grade);
    }
    assertThat(kinds).containsExactly(Kind.values());
    assertThat(grades).containsExactly(Grade.values());
    assertReplyRequestsEndWithTheNote(teacher.asked());
  }

  private static void assertReplyRequestsEndWithTheNote(List<ChatRequest> asked) {
    int replies = 0;
    for (ChatRequest request : asked) {
      Message first = request.messages().getFirst();
      Message last = request.messages().getLast();
      if (first.role() == Role.SYSTEM) {
        replies++;
        assertThat(last.role()).isEqualTo(Role.SYSTEM);
        assertThat(last.content()).startsWith("Task: reply\nKind: ");
      }
    }
    assertThat(replies).isGreaterThan(4 * PROMPTS);
  }

  @Test
  void whatIsAnsweredTheWrongWayIsAskedAgainWithTheReason() throws Exception {
    RecordingTeacher teacher = teacher(0.3);
    GenerationSummary summary = run(teacher);

    assertThat(summary.writtenDialogues()).isGreaterThan(4L * PROMPTS);
    List<String> notes =
        teacher.asked().stream().map(request -> request.messages().getLast().content()).toList();
    assertThat(notes)
        .anyMatch(note -> note.startsWith("The previous answer declined (it says \"I"))
        .anyMatch(note -> note.startsWith("上一次的回答拒绝了（it says"))
        .anyMatch(note -> note.startsWith("The previous answer did not decline anything"))
        .anyMatch(note -> note.startsWith("上一次的回答没有拒绝"));
  }
}
