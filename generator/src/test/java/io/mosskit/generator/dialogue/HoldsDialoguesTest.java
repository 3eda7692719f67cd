package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Asker;
import io.mosskit.generator.asking.Inquiry;
import io.mosskit.generator.asking.Teachers;
import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Purse;
import io.mosskit.generator.money.Spent;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.store.RunStore;
import io.mosskit.generator.template.Wording;
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldsDialoguesTest {

  private static final Prompt OPENING =
      new Prompt(
          "p-1",
          "写一首关于雨的诗",
          Category.WRITING,
          Language.ZH,
          null,
          null,
          new Lineage(
              List.of("s-1", "s-2"),
              List.of("s-1", "s-2", "p-0"),
              "expand-prompts@1",
              "m",
              List.of("r-0"),
              List.of(),
              List.of()));

  @TempDir Path folder;
  private final Deque<Object> answers = new ArrayDeque<>();
  private final RecordingTeacher teacher =
      new RecordingTeacher(
          (ChatModel)
              _ -> {
                Object next = answers.remove();
                if (next instanceof ChatException e) {
                  throw e;
                }
                return next instanceof ChatReply reply
                    ? reply
                    : new ChatReply((String) next, Finish.STOP, 0, 0, "m");
              });

  private DialogueRow hold(int turns, Object... teachersAnswers) throws Exception {
    answers.addAll(List.of(teachersAnswers));
    Script script = Script.of(OPENING, TurnTable.fixed(turns), 42);
    try (RunStore store = RunStore.open(folder, new LinkedHashMap<>(Map.of("seed", "42")))) {
      TeacherPlan plan = TeacherPlan.of("m").withAttempts(2);
      FakeTime time = new FakeTime();
      Inquiry inquiry =
          new Inquiry(
              new Asker(
                  store,
                  new Teachers(List.of(plan), Map.of("m", teacher), 42, time),
                  new Purse(Budget.UNLIMITED, Spent.NOTHING),
                  time),
              42);
      return new Dialogue(script, DialoguePlan.DEFAULT, inquiry).hold();
    }
  }

  private static Conversation conversation(DialogueRow row) {
    return ((Entry.Accepted) MossJson.parse(row.record().text())).conversation();
  }

  @Test
  void writesARecordWithItsHistory() throws Exception {
    DialogueRow row = hold(2, "雨落了。", "{\"user\": \"再短一点\"}", "雨。");

    assertThat(row.family()).isEqualTo("writing zh");
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    Conversation conversation = conversation(row);
    assertThat(conversation.metaInstruction()).isEqualTo(MetaInstruction.plain().text());
    assertThat(conversation.turns())
        .containsExactly(Turn.plain(1, "写一首关于雨的诗", "雨落了。"), Turn.plain(2, "再短一点", "雨。"));
    assertThat(conversation.categoryText()).isEqualTo("writing");
    assertThat(conversation.idText()).isEqualTo(row.id()).isEqualTo(conversation.recordId());
    assertThat(conversation.mosskit().string("language")).isEqualTo("zh");
    Lineage lineage = Lineage.of(conversation);
    assertThat(lineage.seeds()).containsExactly("s-1", "s-2");
    assertThat(lineage.parents()).containsExactly("p-1");
    assertThat(lineage.template()).isEqualTo("user-turn@2");
    assertThat(lineage.teacher()).isEqualTo("m");
    assertThat(lineage.requests()).isEqualTo(teacher.ids());
    assertThat(lineage.verdicts())
        .extracting(verdict -> verdict.stage())
        .containsExactly("turn-checks", "token-budget");
  }

  @Test
  void asksFromTheHistoryAsItWent() throws Exception {
    hold(2, "雨落了。", "{\"user\": \"再短一点\"}", "雨。");

    List<ChatRequest> asked = teacher.asked();
    assertThat(asked).hasSize(3);
    Message meta = new Message(Role.SYSTEM, MetaInstruction.plain().text());
    Message opening = new Message(Role.USER, "写一首关于雨的诗");
    assertThat(asked.get(0).messages()).containsExactly(meta, opening);
    assertThat(asked.get(1).messages()).hasSize(1);
    assertThat(asked.get(1).messages().getFirst().content())
        .startsWith("Task: user-turn\nCategory: writing\nLanguage: zh\nIntent: ")
        .contains("\nTurn: 2\n\n")
        .endsWith("用户：写一首关于雨的诗\n\n助手：雨落了。");
    assertThat(asked.get(2).messages())
        .containsExactly(
            meta, opening, new Message(Role.ASSISTANT, "雨落了。"), new Message(Role.USER, "再短一点"));
    assertThat(asked)
        .extracting(ChatRequest::form)
        .containsExactly(ChatRequest.Form.TEXT, Wording.userTurnForm(), ChatRequest.Form.TEXT);
    assertThat(asked).extracting(request -> request.sampling().seed()).doesNotHaveDuplicates();
  }

  @Test
  void asksAgainWithTheReasonAtTheEnd() throws Exception {
    DialogueRow row =
        hold(
            2,
            "Rain falls.",
            new ChatReply("雨落了。", Finish.LENGTH, 0, 0, "m"),
            "雨落了。",
            "再短一点",
            "{\"user\": \"再短一点\"}",
            "雨。");

    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    List<ChatRequest> asked = teacher.asked();
    List<Message> first = asked.get(0).messages();
    for (int i = 1; i <= 2; i++) {
      List<Message> again = asked.get(i).messages();
      assertThat(again.subList(0, again.size() - 1)).isEqualTo(first);
      assertThat(again.getLast().role()).isEqualTo(Role.SYSTEM);
    }
    assertThat(asked.get(1).messages().getLast().content()).contains("请用中文重新回答");
    assertThat(asked.get(2).messages().getLast().content()).contains("被截断了");
    assertThat(asked.get(4).messages().getLast().content()).contains("the answer holds no JSON");
    assertThat(Lineage.of(conversation(row)).verdicts().getFirst().values().get("answers_refused"))
        .isEqualTo(Json.of(3));
    // The refused answers stay findable: the record names their requests, the journal has them.
    assertThat(Lineage.of(conversation(row)).requests()).isEqualTo(teacher.ids()).hasSize(6);
  }

  @Test
  void rejectsWithEverythingInIt() throws Exception {
    DialogueRow row = hold(3, "雨落了。", "{\"user\": \"再短一点\"}", "雨落了。", " 雨落了", "雨落了！");

    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.REJECTED);
    assertThat(row.reason()).isEqualTo("repeated");
    Json.Obj rejection = (Json.Obj) row.record();
    assertThat(rejection.string("stage")).isEqualTo("dialogue");
    assertThat(rejection.string("reason")).isEqualTo("repeated");
    assertThat(rejection.get("values"))
        .isEqualTo(Json.object().put("turn", 2).put("turns_wanted", 3).build());
    Json.Obj record = (Json.Obj) rejection.get("record");
    assertThat(record.string("id")).isEqualTo(row.id());
    assertThat(((Json.Arr) record.get("said")).elements()).hasSize(3);
    assertThat(((Json.Arr) record.get("tries")).elements())
        .hasSize(5)
        .last()
        .isEqualTo(
            Json.object()
                .put("request", teacher.ids().getLast())
                .put("fault", "repeated")
                .put("text", "雨落了！")
                .build());
    assertThat(((Json.Obj) record.get("prompt")).string("id")).isEqualTo("p-1");
  }

  @Test
  void endsWhereTheTeacherRefuses() throws Exception {
    DialogueRow row = hold(2, new ChatException(ChatException.Kind.BAD_REQUEST, "filtered, 被过滤"));
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.REJECTED);
    assertThat(row.reason()).isEqualTo("teacher_refused");
    Json.Obj rejection = (Json.Obj) row.record();
    assertThat(rejection.string("detail")).isEqualTo("filtered, 被过滤");
    Json.Obj lineage = (Json.Obj) ((Json.Obj) rejection.get("record")).get("lineage");
    assertThat(lineage.get("requests")).isEqualTo(Json.ofStrings(teacher.ids()));
    assertThat(lineage.get("teacher")).isNull();
  }

  @Test
  void isLeftOpenWhereTheTeacherCannotBeHad() throws Exception {
    ChatException down = new ChatException(ChatException.Kind.UNAVAILABLE, "down");
    DialogueRow row = hold(1, down, down);
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.PENDING);
    assertThat(row.reason()).isEqualTo("teacher_unavailable");

    DialogueRow later = hold(1, "雨落了。");
    assertThat(later.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(Lineage.of(conversation(later)).template()).isNull();
  }
}
