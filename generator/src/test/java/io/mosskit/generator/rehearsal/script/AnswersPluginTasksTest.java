package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.plugins.Round;
import io.mosskit.plugins.grounding.Evidence;
import io.mosskit.plugins.grounding.Grounding;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.trace.PluginCall;
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

  static boolean isGrounded(String prompt, Round round, String reply) {
    return Grounding.check(new Evidence(List.of(prompt), round.results()), reply).isEmpty();
  }
}
