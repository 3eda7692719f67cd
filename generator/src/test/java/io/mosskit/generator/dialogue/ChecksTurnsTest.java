package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.dialogue.TurnChecks.Spoken;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTurnsTest {

  private static ChatReply answer(String text, Finish finish) {
    return new ChatReply(text, finish, 0, 0, "m");
  }

  private static String reply(String text, String user) {
    return name(TurnChecks.reply(answer(text, Finish.STOP), said(user), List.of(), false));
  }

  private static Spoken said(String user) {
    return new Spoken(user, user.startsWith("What") ? Language.EN : Language.of(user));
  }

  private static String name(Read<String> read) {
    return switch (read) {
      case Usable<String>(String value) -> "usable: " + value;
      case Faulty<String>(String fault, _) -> fault;
    };
  }

  @Test
  void takesAGoodReplyWithoutTheBlanksAroundIt() {
    assertThat(reply(" \n\n当然可以。\n第二行 ", "讲讲")).isEqualTo("usable: 当然可以。\n第二行");
    assertThat(reply("Of course.", "Tell me")).isEqualTo("usable: Of course.");
  }

  @Test
  void namesWhatIsWrongWithAReply() {
    assertThat(reply(" \n ", "讲讲")).isEqualTo("empty");
    assertThat(reply("好的<eom>", "讲讲")).isEqualTo("template_leftover");
    assertThat(reply("<|im_start|>assistant Sure", "Tell me")).isEqualTo("template_leftover");
    assertThat(reply("I am ChatGPT, ask me.", "Who are you?")).isEqualTo("foreign_identity");
    assertThat(reply("Sorry, I can't speak Chinese.", "讲讲故事")).isEqualTo("wrong_language");
    assertThat(reply("对不起，我来说中文。", "Tell me a story")).isEqualTo("wrong_language");
    assertThat(name(TurnChecks.reply(answer("半句", Finish.FILTERED), said("讲"), List.of(), false)))
        .isEqualTo("filtered");
    assertThat(
            name(
                TurnChecks.reply(
                    answer("It is HERE.", Finish.STOP),
                    said("Where?"),
                    List.of("No", "it is here!"),
                    false)))
        .isEqualTo("repeated");
    assertThat(name(TurnChecks.reply(answer("……", Finish.STOP), said("谁？"), List.of("……"), false)))
        .isEqualTo("repeated");
    assertThat(name(TurnChecks.reply(answer("！", Finish.STOP), said("谁？"), List.of("……"), false)))
        .isEqualTo("usable: ！");
  }

  @Test
  void letsAReplyBeCutWhereTheUserAsksForTheRest() {
    ChatReply cut = answer("第一章，从前", Finish.LENGTH);
    assertThat(name(TurnChecks.reply(cut, said("写小说"), List.of(), false))).isEqualTo("truncated");
    assertThat(name(TurnChecks.reply(cut, said("写小说"), List.of(), true))).startsWith("usable");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "用Python写冒泡排序|```python\\ndef sort(values):\\n    return sorted(values)\\n```",
        "把“谢谢你”翻译成法语|Merci beaucoup, thank you very much.",
        "用英文写一封道歉信|Dear Ms Li, I am sorry for the delay.",
        "How do you say “good morning” in Chinese?|早上好。",
        "What is 你好?|It means hello.",
        "好|OK, 没问题，这就开始。"
      })
  void findsNoFaultInWhatTheUserMayHaveWanted(String user, String reply) {
    assertThat(reply(reply.replace("\\n", "\n"), user)).startsWith("usable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As ChatGPT, I cannot do that.",
        "I'm Claude, an AI assistant.",
        "My name is Gemini.",
        "I was developed by OpenAI.",
        "I am a large language model trained by Google.",
        "As an AI model created by Anthropic, I have no feelings.",
        "我是ChatGPT，很高兴认识你。",
        "我是一个名为文心一言的模型。",
        "作为由OpenAI开发的人工智能，我没有感情。",
        "我是由百度研发的语言模型。",
        "我叫通义千问。"
      })
  void noticesAnotherVendorsAssistant(String reply) {
    assertThat(Identity.foreignClaim(reply)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ChatGPT is an assistant developed by OpenAI.",
        "I am MOSS, developed by Fudan University.",
        "I know that Google made Gemini.",
        "I am as curious about GPT-4 as you are.",
        "ChatGPT 是 OpenAI 开发的助手，我是复旦大学开发的 MOSS。",
        "我是 MOSS，不是 ChatGPT。",
        "百度在二〇〇〇年成立。",
        "作为旅行者，我喜欢听故事。"
      })
  void letsRepliesTalkAboutOthers(String reply) {
    assertThat(Identity.foreignClaim(reply)).isEmpty();
  }

  private static String userTurn(String json, Language language) {
    return name(TurnChecks.userTurn(answer(json, Finish.STOP), language, List.of("讲个故事", "Go on")));
  }

  @Test
  void readsAndChecksUserTurns() {
    assertThat(userTurn("{\"user\": \" 再讲一个 \"}", Language.ZH)).isEqualTo("usable: 再讲一个");
    assertThat(userTurn("```json\n{\"user\": \"Why?\"}\n```", Language.EN))
        .isEqualTo("usable: Why?");
    assertThat(userTurn("{\"user\": \"？\"}", Language.ZH)).isEqualTo("usable: ？");
    assertThat(userTurn("{\"user\": \"半个 \\ud83d\"}", Language.ZH)).isEqualTo("usable: 半个 ?");
    assertThat(userTurn("再讲一个", Language.ZH)).isEqualTo("broken_answer");
    assertThat(userTurn("{\"text\": \"再讲一个\"}", Language.ZH)).isEqualTo("broken_answer");
    assertThat(userTurn(Json.object().put("user", "").build().text(), Language.EN))
        .isEqualTo("empty");
    assertThat(userTurn("{\"user\": \"Why not?\"}", Language.ZH)).isEqualTo("wrong_language");
    assertThat(userTurn("{\"user\": \"go on!\"}", Language.EN)).isEqualTo("repeated");
    assertThat(userTurn("{\"user\": \"Tell me about [insert topic]\"}", Language.EN))
        .isEqualTo("template_leftover");
  }
}
