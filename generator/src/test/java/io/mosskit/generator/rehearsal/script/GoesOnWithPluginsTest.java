package io.mosskit.generator.rehearsal.script;

import static io.mosskit.generator.rehearsal.script.AnswersPluginTasksTest.isGrounded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.plugins.Round;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Later turns of dialogues with plugins, and what is said where a plugin is switched off.
class GoesOnWithPluginsTest {

  private static final List<Language> LANGUAGES = List.of(Language.ZH, Language.EN);
  private final ToolAsking asking = new ToolAsking(new Script(3, 0));
  private final Asking turns = new Asking(3);

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CALCULATOR", "EQUATION_SOLVER", "WEB_SEARCH", "TEXT_TO_IMAGE", "MIX"})
  void whoGoesDeeperAsksForAnotherCallAndWhoThanksForNone(Category category) {
    for (Language language : LANGUAGES) {
      for (String prompt : asking.prompts(category, language, Circumstance.ANSWERED, 77)) {
        Round round = ToolAsking.execute(asking.calls(category, language, prompt));
        String reply = asking.reply(category, language, round, prompt);
        List<Message> said =
            List.of(new Message(Role.USER, prompt), new Message(Role.ASSISTANT, reply));
        goesDeeper(category, language, said);
        for (Intent intent : List.of(Intent.CLARIFY, Intent.THANK)) {
          String user = turns.userTurn(category, language, intent, said);
          assertThat(asking.calls(category, language, prompt, reply, user)).as(user).isEmpty();
          String answer =
              asking.reply(category, language, ToolAsking.execute(List.of()), prompt, reply, user);
          assertThat(answer).doesNotContain("{", " => ");
        }
      }
    }
  }

  private void goesDeeper(Category category, Language language, List<Message> said) {
    String user = turns.userTurn(category, language, Intent.DEEPEN, said);
    assertThat(Language.of(user)).as(user).isEqualTo(language);
    assertThat(user).doesNotContain("{", "}");
    List<String> texts = new ArrayList<>(said.stream().map(Message::content).toList());
    texts.add(user);
    String[] dialogue = texts.toArray(String[]::new);
    List<PluginCall> calls = asking.calls(category, language, dialogue);
    assertThat(calls).as(user).isNotEmpty();
    Round round = ToolAsking.execute(calls);
    assertThat(round.succeeded()).as("%s %s", user, round.results()).isTrue();
    String reply = asking.reply(category, language, round, dialogue);
    assertThat(isGrounded(String.join("\n", texts), round, reply)).as(reply).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "CALCULATOR, ZH, 12乘以13再减去102，等于几？, 12 × 13 - 102, 没有开启",
    "CALCULATOR, EN, What is 12 times 13 minus 102?, 12 × 13 - 102, switched off",
    "EQUATION_SOLVER, ZH, 解方程 3x + 5 = 71。, 3 × x + 5 = 71, 没有开启",
    "EQUATION_SOLVER, EN, Solve 3x + 5 = 71 for x., 3 × x + 5 = 71, switched off",
    "WEB_SEARCH, ZH, 黄河到底有多长？, 黄河, 没有开启",
    "WEB_SEARCH, EN, How deep is Lake Baikal?, Baikal, switched off",
    "TEXT_TO_IMAGE, ZH, 画一只打伞的猫。, 打伞的猫, 没有开启",
    "TEXT_TO_IMAGE, EN, Draw a cat with an umbrella., a cat with an umbrella, switched off"
  })
  void whereThePluginIsOffTheWayIsToldInsteadOfTheResult(
      Category category, Language language, String prompt, String way, String off) {
    Json.Obj calls =
        ToolAsking.json(
            asking.answer(ToolAsking.callsWith(category, language, "", "none", prompt)));
    assertThat(((Json.Arr) calls.get("calls")).elements()).isEmpty();
    Round none = ToolAsking.execute(List.of());
    String request = ToolAsking.replyRequest(category, language, "off", none, prompt);
    String reply = asking.answer(request).content();
    assertThat(reply).contains(way, off);
    assertThat(isGrounded(prompt, none, reply)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ZH, 画一只打伞的猫。, 好的，这是为您生成的图片。",
    "EN, Draw a cat with an umbrella., 'Well, here is the generated image.'"
  })
  void whatIsMarkedAsNotToBeCitedIsNotCited(Language language, String prompt, String reply) {
    String request =
        ToolAsking.replyRequest(
                Category.MIX, language, "answered", ToolAsking.execute(List.of()), prompt)
            + "\n[-] Text2Image(\"a cat\") => Image generated successfully.";
    assertThat(asking.answer(request).content()).isEqualTo(reply);
  }

  @Test
  void onlyWhatIsSwitchedOnIsCalled() {
    String prompt = "What is 12 * 13, and which x solves 3x + 5 = 71?";
    String request =
        ToolAsking.callsWith(Category.MIX, Language.EN, "Calculate(expression)", "call", prompt);
    assertThat(asking.answer(request).content())
        .contains("{\"plugin\":\"Calculate\",\"argument\":\"12*13\"}")
        .doesNotContain("Solve");
  }

  @ParameterizedTest
  @CsvSource({
    "Need, perhaps, call or none",
    "Category, writing, a category whose dialogues call plugins",
    "Language, fr, zh or en"
  })
  void aWrongHeaderIsNamed(String header, String value, String expected) {
    String bad =
        ToolAsking.callsRequest(Category.MIX, Language.EN, "call", "Hello")
            .replaceFirst(header + ": .*", header + ": " + value);
    Script script = new Script(1, 0);
    assertThatThrownBy(() -> script.answer(List.of(new Message(Role.USER, bad)), bad, 1000))
        .isInstanceOf(Script.UnreadableTask.class)
        .hasMessage("the header " + header + " is \"" + value + "\"; expected " + expected);
  }

  @Test
  void anUnknownOutcomeOrCircumstanceIsNamed() {
    String reply =
        ToolAsking.replyRequest(
            Category.MIX, Language.ZH, "good", ToolAsking.execute(List.of()), "你好");
    String prompts =
        "Task: expand-prompts\nCategory: mix\nLanguage: zh\nNumber: 5\nCircumstance: never\n\n…";
    for (String bad : List.of(reply, prompts)) {
      assertThatThrownBy(
              () -> new Script(1, 0).answer(List.of(new Message(Role.USER, bad)), bad, 1000))
          .isInstanceOf(Script.UnreadableTask.class)
          .hasMessageContaining("expected answered, ");
    }
  }
}
