package io.mosskit.generator.dialogue;

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
import io.mosskit.generator.testing.FakeTime;
import io.mosskit.generator.testing.RecordingTeacher;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Holds dialogues with a teacher that answers by a rule, and keeps what it was asked.
final class Stage {

  private final Path folder;
  private final RecordingTeacher teacher;

  Stage(Path folder, ChatModel teacher) {
    this.folder = folder;
    this.teacher = new RecordingTeacher(teacher);
  }

  /// A seed.
  static Prompt opening(String text, Category category, Language language) {
    return new Prompt("p-1", text, category, language, null, null, Lineage.NONE);
  }

  DialogueRow hold(Prompt opening, TurnTable turns, DialoguePlan plan) throws Exception {
    return hold(Script.of(opening, turns, 42), plan);
  }

  DialogueRow hold(Script script, DialoguePlan plan) throws Exception {
    try (RunStore store = RunStore.open(folder, new LinkedHashMap<>(Map.of("seed", "42")))) {
      List<TeacherPlan> called =
          List.of(
              TeacherPlan.of("m").withAttempts(1),
              TeacherPlan.of("j").withWeight(0).withAttempts(1));
      FakeTime time = new FakeTime();
      Teachers teachers = new Teachers(called, Map.of("m", teacher, "j", teacher), 42, time);
      return new Dialogue(
              script,
              plan,
              new Inquiry(
                  new Asker(store, teachers, new Purse(Budget.UNLIMITED, Spent.NOTHING), time), 42))
          .hold();
    }
  }

  List<ChatRequest> asked() {
    return teacher.asked();
  }

  static Conversation conversation(DialogueRow row) {
    return ((Entry.Accepted) MossJson.parse(row.record().text())).conversation();
  }

  static ChatReply whole(String text) {
    return new ChatReply(text, Finish.STOP, 0, 0, "m");
  }

  static ChatReply cut(String text) {
    return new ChatReply(text, Finish.LENGTH, 0, 0, "m");
  }

  static boolean asksForUserTurn(ChatRequest request) {
    return request.messages().getFirst().content().startsWith("Task: user-turn");
  }
}
