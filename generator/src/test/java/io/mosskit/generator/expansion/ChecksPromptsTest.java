package io.mosskit.generator.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.plan.ExpansionPlan.Admission;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksPromptsTest {

  private static final Admission ADMISSION = new Admission(4, 40, 0.7);

  private static Prompt example(String text, Language language) {
    return new Prompt("s", text, Category.CODE, language, null, null, Lineage.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "周末去哪, none",
    "冒泡排, TOO_SHORT",
    "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一, TOO_LONG",
    "写一篇关于[主题]的文章, TEMPLATE_LEFTOVER",
    "Where shall we go?, WRONG_LANGUAGE",
    "12 + 30 = ?, WRONG_LANGUAGE",
    "Java里HashMap怎么用？, none",
    "「用python写冒泡排序」, COPIED_EXAMPLE"
  })
  void tellsOfChinesePrompts(String prompt, String expected) {
    PromptChecks checks =
        new PromptChecks(ADMISSION, Language.ZH, List.of(example("用Python写冒泡排序。", Language.ZH)));
    assertThat(checks.fault(prompt).map(finding -> finding.fault().name()).orElse("none"))
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Sort it, none",
    "Hi!, TOO_SHORT",
    "What is the best way to sort a very long list?, TOO_LONG",
    "Write about {{topic}}, TEMPLATE_LEFTOVER",
    "用Python写冒泡排序, WRONG_LANGUAGE",
    "write bubble SORT!, COPIED_EXAMPLE"
  })
  void tellsOfEnglishPrompts(String prompt, String expected) {
    PromptChecks checks =
        new PromptChecks(
            ADMISSION, Language.EN, List.of(example("Write: bubble sort", Language.EN)));
    assertThat(checks.fault(prompt).map(finding -> finding.fault().name()).orElse("none"))
        .isEqualTo(expected);
  }

  private static ChatReply answer(String text) {
    return new ChatReply(text, Finish.STOP, 0, 0, "m");
  }

  @Test
  void readsThePromptsInAnAnswer() {
    assertThat(Draw.read(answer("```json\n{\"prompts\": [\" 写副春联 \", \"half \\ud83d\"]}\n```")))
        .isEqualTo(new Usable<>(List.of("写副春联", "half ?")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1. 写副春联\n2. Bubble sort",
        "{\"prompts\": []}",
        "{\"prompts\": \"写副春联\"}",
        "{\"prompts\": [\"写副春联\", 2]}",
        "{\"prompt\": [\"写副春联\"]}",
        "{\"prompts\": [\"写副春"
      })
  void findsBrokenAnswers(String text) {
    assertThat(Draw.read(answer(text)))
        .isInstanceOfSatisfying(
            Faulty.class, faulty -> assertThat(faulty.fault()).isEqualTo("broken_answer"));
  }
}
