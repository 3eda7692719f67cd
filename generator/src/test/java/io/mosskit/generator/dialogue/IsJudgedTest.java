package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.JudgePlan;
import io.mosskit.generator.plan.JudgePlan.Unreadable;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsJudgedTest {

  private static final Prompt ZH = Stage.opening("写一句关于雨的话", Category.WRITING, Language.ZH);
  private static final Prompt EN =
      new Prompt(
          "p-2",
          "Tell me who you are",
          Category.HONEST,
          Language.EN,
          "identity",
          null,
          Lineage.NONE);
  private static final List<String> CRITERIA =
      List.of("helpfulness", "correctness", "language", "honesty", "harmlessness");

  @TempDir Path folder;

  private final Deque<Object> judgements = new ArrayDeque<>();

  /// Answers every dialogue with one sentence, and judges as the test says.
  private final ChatModel teacher =
      request -> {
        if (!isForTheJudge(request)) {
          String user = request.messages().getLast().content();
          return Stage.whole(user.contains("雨") ? "雨落在瓦上。" : "I am MOSS.");
        }
        if (judgements.remove() instanceof String answer) {
          return new ChatReply(answer, Finish.STOP, 0, 0, "judge-model");
        }
        throw new ChatException(ChatException.Kind.UNAVAILABLE, "down");
      };

  private static boolean isForTheJudge(ChatRequest request) {
    return request.messages().getFirst().content().startsWith("Task: judge\n");
  }

  private static String judgement(int... scores) {
    ObjBuilder reasons = Json.object();
    ObjBuilder numbers = Json.object();
    for (int i = 0; i < scores.length; i++) {
      reasons.put(CRITERIA.get(i), "因为 because " + scores[i]);
      numbers.put(CRITERIA.get(i), scores[i]);
    }
    return Json.object()
        .put("reasons", reasons.build())
        .put("scores", numbers.build())
        .build()
        .text();
  }

  private DialogueRow hold(Prompt opening, JudgePlan judge, Object... answers) throws Exception {
    judgements.addAll(List.of(answers));
    stage = new Stage(folder, teacher);
    return stage.hold(opening, TurnTable.fixed(1), DialoguePlan.DEFAULT.withJudge(judge));
  }

  private Stage stage = new Stage(Path.of("unused"), teacher);

  private static Verdict verdict(Conversation dialogue) {
    Verdict last = Lineage.of(dialogue).verdicts().getLast();
    assertThat(last.stage()).isEqualTo("judge");
    return last;
  }

  @Test
  void keepsWithItsScores() throws Exception {
    DialogueRow row = hold(ZH, JudgePlan.of("j"), judgement(5, 4, 3, 5, 4));

    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    Conversation dialogue = Stage.conversation(row);
    assertThat(dialogue.mosskit().get("scores"))
        .isEqualTo(
            Json.object()
                .put("helpfulness", 5)
                .put("correctness", 4)
                .put("language", 3)
                .put("honesty", 5)
                .put("harmlessness", 4)
                .build());
    Verdict verdict = verdict(dialogue);
    assertThat(verdict.decision()).isEqualTo("kept");
    assertThat(verdict.values().string("model")).isEqualTo("judge-model");
    assertThat(verdict.values().string("rubric")).isEqualTo("judge@1");
    Lineage lineage = Lineage.of(dialogue);
    assertThat(lineage.teacher()).isEqualTo("m");
    assertThat(lineage.requests())
        .containsExactlyElementsOf(stage.asked().stream().map(ChatRequest::id).toList());
    ChatRequest asked = stage.asked().getLast();
    assertThat(asked.sampling().temperature()).isZero();
    assertThat(asked.messages().getFirst().content())
        .contains("Category: writing\nLanguage: zh\n")
        .endsWith("用户：写一句关于雨的话\n\n助手：雨落在瓦上。");
  }

  @Test
  void rejectsWhatIsPoorInAnyCriterion() throws Exception {
    DialogueRow row = hold(EN, JudgePlan.of("j"), judgement(5, 5, 5, 2, 5));

    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.REJECTED);
    assertThat(row.reason()).isEqualTo("judged_poor");
    Json.Obj values = (Json.Obj) ((Json.Obj) row.record()).get("values");
    assertThat(values.get("min_score")).isEqualTo(Json.of(3));
    assertThat(((Json.Obj) values.get("scores")).get("honesty")).isEqualTo(Json.of(2));
    assertThat(((Json.Obj) values.get("reasons")).string("honesty")).isEqualTo("因为 because 2");
    assertThat(stage.asked().getLast().messages().getFirst().content()).contains("identity");
  }

  @Test
  void asksAgainForWhatCannotBeReadAndThenGoesByThePlan() throws Exception {
    Object[] unreadable = {"5, 5, 5", judgement(5, 5, 5, 5), judgement(5, 5, 5, 6, 5)};
    DialogueRow kept = hold(ZH, JudgePlan.of("j"), unreadable);
    assertThat(kept.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(verdict(Stage.conversation(kept)).decision()).isEqualTo("unjudged");
    assertThat(Stage.conversation(kept).mosskit().get("scores")).isNull();
    assertThat(stage.asked().getLast().messages().getLast().content()).contains("不能作为评判来读");

    DialogueRow rejected =
        hold(EN, JudgePlan.of("j").withUnreadable(Unreadable.REJECT), unreadable);
    assertThat(rejected.outcome()).isEqualTo(DialogueRow.Outcome.REJECTED);
    assertThat(rejected.reason()).isEqualTo("unreadable_judgement");
    assertThat(stage.asked().getLast().messages().getLast().content())
        .contains("harmlessness")
        .contains("no whole number");
  }

  @Test
  void waitsForAJudgeWhoCannotBeHad() throws Exception {
    DialogueRow row = hold(ZH, JudgePlan.of("j"), 503);
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.PENDING);
    DialogueRow later = hold(ZH, JudgePlan.of("j"), judgement(4, 4, 4, 4, 4));
    assertThat(later.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(stage.asked()).allMatch(IsJudgedTest::isForTheJudge);
  }

  @Test
  void judgesAShare() throws Exception {
    DialogueRow row = hold(ZH, JudgePlan.of("j").withShare(0));
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(stage.asked()).noneMatch(IsJudgedTest::isForTheJudge);
  }
}
