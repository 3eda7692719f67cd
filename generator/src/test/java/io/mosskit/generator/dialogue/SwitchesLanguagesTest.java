package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SwitchesLanguagesTest {

  @TempDir Path folder;

  /// Goes on in English, whatever it is asked, until it is told to answer in the other language.
  private static final ChatModel STUBBORN =
      request -> {
        String last = request.messages().getLast().content();
        String number = Integer.toString(request.messages().size());
        if (Stage.asksForUserTurn(request)) {
          String asked = request.messages().getFirst().content();
          boolean switching = asked.contains("Intent: change-language");
          String user =
              asked.contains("Language: zh")
                  ? (switching ? "以后请说中文，第" : "那么第") + number + "问"
                  : (switching ? "In English from now on, number " : "And what of number ")
                      + number;
          return Stage.whole(Json.object().put("user", user + last.length()).build().text());
        }
        boolean zh = last.contains("请用中文重新回答");
        return Stage.whole((zh ? "好，说中文，第几次：" : "Fine, I answer in English, no. ") + number);
      };

  @ParameterizedTest
  @CsvSource({"zh, 1", "en, 2", "en, 3", "zh, 4"})
  void repliesFollowTheUserAndTheRecordNamesBothLanguages(String from, int number)
      throws Exception {
    Language language = from.equals("zh") ? Language.ZH : Language.EN;
    Prompt opening =
        new Prompt(
            "p-" + number,
            language == Language.ZH ? "我在学外语" : "I am moving to Shanghai",
            Category.SWITCHING,
            language,
            null,
            null,
            io.mosskit.schema.lineage.Lineage.NONE);
    Stage stage = new Stage(folder, STUBBORN);
    Script script = Script.of(opening, TurnTable.fixed(4), 42);

    DialogueRow row = stage.hold(script, DialoguePlan.DEFAULT);

    assertThat(row.outcome()).as(row.record().text()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    Conversation dialogue = Stage.conversation(row);
    List<Turn> turns = dialogue.turns();
    for (int turn = 1; turn <= 4; turn++) {
      Language spoken = turn == 1 ? language : script.cue(turn).language();
      assertThat(Language.of(turns.get(turn - 1).reply())).isEqualTo(spoken);
    }
    assertThat(dialogue.mosskit().get("languages"))
        .isEqualTo(
            Json.ofStrings(language == Language.ZH ? List.of("zh", "en") : List.of("en", "zh")));
    assertThat(stage.asked())
        .filteredOn(Stage::asksForUserTurn)
        .extracting(ChatRequest::form)
        .hasSize(3);
  }
}
