package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoesOnWhereItWasCutTest {

  private static final Prompt ZH = Stage.opening("写一个很长的故事，分几次讲完", Category.CONTINUE, Language.ZH);
  private static final Prompt EN =
      Stage.opening("Tell me a very long story, part by part", Category.CONTINUE, Language.EN);
  private static final String BEGUN = "从前有一座山，山里有一座庙，庙里住着";
  private static final String BEGUN_EN =
      "Once upon a time, in a mill by the river, there lived a miller who";

  @TempDir Path folder;

  private Stage stage(Object... answers) {
    Deque<Object> left = new ArrayDeque<>(List.of(answers));
    ChatModel teacher =
        _ -> left.remove() instanceof ChatReply reply ? reply : Stage.whole("nothing left");
    return new Stage(folder, teacher);
  }

  private static ChatReply user(String text) {
    return Stage.whole(Json.object().put("user", text).build().text());
  }

  @Test
  void aReplyIsCutOnPurposeAndTheNextGoesOn() throws Exception {
    Stage stage = stage(Stage.cut(BEGUN), user("请继续"), Stage.whole("一个老和尚。"));
    DialogueRow row = stage.hold(ZH, TurnTable.fixed(2), DialoguePlan.DEFAULT);

    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(Stage.conversation(row).turns())
        .extracting(turn -> turn.reply())
        .containsExactly(BEGUN, "一个老和尚。");
    List<ChatRequest> asked = stage.asked();
    assertThat(asked.get(0).sampling().maxTokens()).isBetween(128, 255);
    assertThat(asked.get(0).messages().getFirst().content()).doesNotContain("字左右");
    assertThat(asked.get(1).messages().getFirst().content()).contains("\nIntent: continue\n");
    assertThat(asked.get(2).sampling().maxTokens()).isGreaterThan(255);
    assertThat(asked.get(2).messages().get(2).content()).isEqualTo(BEGUN);
  }

  @Test
  void aReplyThatBeginsAgainIsAskedForAgain() throws Exception {
    Stage stage =
        stage(
            Stage.cut(BEGUN_EN),
            user("Please go on"),
            Stage.whole("Sure! " + BEGUN_EN + " never slept."),
            Stage.whole("never slept, and his cat."));
    DialogueRow row = stage.hold(EN, TurnTable.fixed(2), DialoguePlan.DEFAULT);

    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(Stage.conversation(row).turns().getLast().reply())
        .isEqualTo("never slept, and his cat.");
    assertThat(stage.asked().getLast().messages().getLast().content()).contains("broke off");
  }

  @Test
  void nobodyAsksForTheRestOfAWholeReplyWithoutParts() throws Exception {
    Prompt poem = Stage.opening("Write a poem about rain", Category.WRITING, Language.EN);
    Script script =
        new Script("d-1", poem, List.of(new Script.Cue(Intent.CONTINUE, Language.EN)), 2);
    Stage whole = stage(Stage.whole("Rain."), user("Another one"), Stage.whole("Snow."));
    whole.hold(script, DialoguePlan.DEFAULT);
    assertThat(whole.asked().get(1).messages().getFirst().content()).contains("\nIntent: deepen\n");
  }

  @Test
  void aDialogueDoesNotEndWithACutReply() throws Exception {
    Script script =
        new Script(
            "d-2",
            ZH,
            List.of(
                new Script.Cue(Intent.DEEPEN, Language.ZH),
                new Script.Cue(Intent.CONTINUE, Language.ZH)),
            1);
    ChatReply tooLong = Stage.cut("太长了，怎么也说不完的故事");
    Stage stage =
        stage(
            Stage.whole("一座山。"),
            user("山里有什么？"),
            Stage.cut(BEGUN),
            user("请继续"),
            tooLong,
            tooLong,
            tooLong);
    DialogueRow row = stage.hold(script, DialoguePlan.DEFAULT);
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    assertThat(Stage.conversation(row).turns()).hasSize(1);
  }
}
