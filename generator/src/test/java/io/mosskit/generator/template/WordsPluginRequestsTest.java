package io.mosskit.generator.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordsPluginRequestsTest {

  private static final List<Message> SAID =
      List.of(
          new Message(Role.USER, "12*17 {{most}}"),
          new Message(Role.ASSISTANT, "204<sup><|1|></sup>"),
          new Message(Role.USER, "再除以6。Halve it?"));

  @Test
  void beginsWithLinesForPrograms() {
    Set<Capability> on = EnumSet.of(Capability.CALCULATOR, Capability.WEB_SEARCH);
    assertThat(PluginWording.in(Language.EN).calls(Category.MIX, on, true, 4, 2, SAID).content())
        .startsWith(
            """
            Task: plugin-calls
            Category: mix
            Language: en
            Turn: 2
            Plugins: Search(query); Calculate(expression)
            Need: call

            You are MOSS\
            """)
        .contains("- Search(query) ", "- Calculate(expression) ", "at most 4")
        .endsWith(
            "\nThe dialogue so far:\nUser: 12*17 {{most}}\n\nAssistant: 204<sup><|1|></sup>"
                + "\n\nUser: 再除以6。Halve it?");
    List<String> results = List.of("[1] Calculate(\"204/6\") => 34.0");
    assertThat(
            PluginWording.in(Language.ZH)
                .reply(Category.CALCULATOR, "answered", results, 2, SAID)
                .content())
        .startsWith(
            """
            Task: plugin-reply
            Category: calculator
            Language: zh
            Turn: 2
            Outcome: answered

            你是 MOSS\
            """)
        .contains("\n到目前为止的对话：\n用户：12*17")
        .endsWith("\n插件的结果：\n[1] Calculate(\"204/6\") => 34.0");
    assertThat(PluginWording.callsForm().toString()).startsWith("JSON_SCHEMA plugin-calls {");
  }

  @ParameterizedTest
  @EnumSource(
      value = Language.class,
      names = {"ZH", "EN"})
  void hasWordsForEverything(Language language) {
    PluginWording wording = PluginWording.in(language);
    Set<Capability> all =
        EnumSet.of(
            Capability.WEB_SEARCH,
            Capability.CALCULATOR,
            Capability.EQUATION_SOLVER,
            Capability.TEXT_TO_IMAGE);
    for (Category category : Category.PLUGIN) {
      isFilled(wording.calls(category, all, true, 4, 1, List.of()), language);
      isFilled(wording.calls(category, Set.of(), false, 4, 1, List.of()), language);
      for (String outcome : List.of("answered", "partly", "failed", "unneeded", "off")) {
        isFilled(wording.reply(category, outcome, List.of(), 1, List.of()), language);
      }
      for (String intent : List.of("deepen", "clarify", "thank")) {
        isFilled(Wording.in(language).userTurn(category, intent, 2, List.of()), language);
      }
      for (Circumstance circumstance : Circumstance.values()) {
        Message prompts =
            Wording.in(language)
                .expandPrompts(category, 5, 1, 1, List.of("例 x"), Brief.NONE.with(circumstance));
        isFilled(prompts, language);
        boolean said = prompts.content().contains("\nCircumstance: " + circumstance.label());
        assertThat(said).isEqualTo(circumstance != Circumstance.ANSWERED);
      }
    }
    assertThat(Language.of(wording.imageReply())).isEqualTo(language);
  }

  @Test
  void asksForPlainPromptsAsBefore() {
    assertThat(
            Wording.in(Language.EN)
                .expandPrompts(Category.CODE, 5, 1, 1, List.of("x"), Brief.NONE)
                .content())
        .contains(
            "\n- can be answered by an assistant that reads and writes text only and does not know"
                + " what happened today;\n")
        .doesNotContain("Circumstance");
  }

  private static void isFilled(Message message, Language language) {
    assertThat(message.role()).isEqualTo(Role.USER);
    String words = message.content().substring(message.content().indexOf("\n\n"));
    assertThat(words).doesNotContain("{{");
    assertThat(Language.of(words)).isEqualTo(language);
  }
}
