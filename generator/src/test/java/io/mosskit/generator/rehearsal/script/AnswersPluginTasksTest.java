package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.novelty.NoveltyGate;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.plugins.Round;
import io.mosskit.plugins.grounding.Evidence;
import io.mosskit.plugins.grounding.Grounding;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Prompts of every category are asked for, called for, executed and answered.
class AnswersPluginTasksTest {

  private static final int DRAWS = 15;
  private static final List<Language> LANGUAGES = List.of(Language.ZH, Language.EN);
  private final ToolAsking asking = new ToolAsking(new Script(1, 0));

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CALCULATOR", "EQUATION_SOLVER", "WEB_SEARCH", "TEXT_TO_IMAGE", "MIX"})
  void whatIsAskedForIsCalledForAnsweredAndGrounded(Category category) {
    List<String> problems = new ArrayList<>();
    for (Language language : LANGUAGES) {
      for (int draw = 1; draw <= DRAWS; draw++) {
        for (String prompt : asking.prompts(category, language, Circumstance.ANSWERED, draw)) {
          List<PluginCall> calls = asking.calls(category, language, prompt);
          Round round = ToolAsking.execute(calls);
          String reply = asking.reply(category, language, round, prompt);
          if (calls.isEmpty() || !round.succeeded() || !isGrounded(prompt, round, reply)) {
            problems.add("%s%n  %s%n  %s%n  %s".formatted(prompt, calls, round.results(), reply));
          }
          assertThat(Language.of(reply)).as(reply).isEqualTo(language);
          assertThat(reply).doesNotContain("{", "}", " => ");
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CALCULATOR", "EQUATION_SOLVER", "WEB_SEARCH", "MIX"})
  void whatFailsIsCalledForAndSaidHonestly(Category category) {
    List<String> problems = new ArrayList<>();
    for (Language language : LANGUAGES) {
      for (int draw = 1; draw <= DRAWS; draw++) {
        for (String prompt : asking.prompts(category, language, Circumstance.FAILS, draw)) {
          List<PluginCall> calls = asking.calls(category, language, prompt);
          Round round = ToolAsking.execute(calls);
          String reply = asking.reply(category, language, round, prompt);
          boolean asExpected = !round.succeeded() && (round.failed() || category == Category.MIX);
          if (calls.isEmpty() || !asExpected || !isGrounded(prompt, round, reply)) {
            problems.add("%s%n  %s%n  %s%n  %s".formatted(prompt, calls, round.results(), reply));
          }
          assertThat(reply).doesNotContain("{", "}", " => ");
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CALCULATOR", "EQUATION_SOLVER", "WEB_SEARCH", "TEXT_TO_IMAGE", "MIX"})
  void whatNeedsNoToolCallsNone(Category category) {
    for (Language language : LANGUAGES) {
      for (int draw = 1; draw <= DRAWS; draw++) {
        for (String prompt : asking.prompts(category, language, Circumstance.UNNEEDED, draw)) {
          assertThat(asking.calls(category, language, prompt)).as(prompt).isEmpty();
          Round round = ToolAsking.execute(List.of());
          String reply = asking.reply(category, language, round, prompt);
          assertThat(reply).doesNotContain("{", "}", " => ", "<sup>");
          assertThat(isGrounded(prompt, round, reply)).as("%s: %s", prompt, reply).isTrue();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CALCULATOR", "EQUATION_SOLVER", "WEB_SEARCH", "TEXT_TO_IMAGE", "MIX"})
  void hundredsOfPromptsOfEveryCircumstancePassTheNoveltyGate(Category category) {
    for (Language language : LANGUAGES) {
      for (Circumstance circumstance : Circumstance.values()) {
        NoveltyGate gate = new NoveltyGate(0.7);
        int kept = 0;
        for (int draw = 1; draw <= 40; draw++) {
          for (String prompt : asking.prompts(category, language, circumstance, draw)) {
            if (gate.judge(prompt).isNew()) {
              gate.add("p" + ++kept, prompt);
            }
          }
        }
        assertThat(kept).as("%s %s", language, circumstance).isGreaterThan(340);
      }
    }
  }

  /// The seeds say of themselves what will become of their calls.
  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CALCULATOR", "EQUATION_SOLVER", "WEB_SEARCH", "MIX"})
  void seedsThatAreToFailFail(Category category) throws IOException, JsonException {
    int failing = 0;
    Path seeds = Path.of("..", "datasets", "seeds", category.label() + ".jsonl");
    for (String line : Files.readAllLines(seeds)) {
      Json.Obj seed = (Json.Obj) Json.parse(line);
      if (!Circumstance.FAILS.label().equals(seed.string("circumstance"))) {
        continue;
      }
      failing++;
      String prompt = String.valueOf(seed.string("user_prompt"));
      Language language = "zh".equals(seed.string("language")) ? Language.ZH : Language.EN;
      Round round = ToolAsking.execute(asking.calls(category, language, prompt));
      assertThat(round.failed()).as(prompt).isTrue();
      String reply = asking.reply(category, language, round, prompt);
      assertThat(isGrounded(prompt, round, reply)).as(reply).isTrue();
    }
    assertThat(failing).isEqualTo(12);
  }

  static boolean isGrounded(String prompt, Round round, String reply) {
    return Grounding.check(new Evidence(List.of(prompt), round.results()), reply).isEmpty();
  }
}
