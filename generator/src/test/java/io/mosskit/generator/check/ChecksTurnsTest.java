package io.mosskit.generator.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.check.TurnChecks.Words;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTurnsTest {

  private static ChatReply answer(String text, Finish finish) {
    return new ChatReply(text, finish, 0, 0, "m");
  }

  private static String reply(String text, String user) {
    return name(TurnChecks.reply(answer(text, Finish.STOP), Places.replyTo(user)));
  }

  private static String name(Read<Words> read) {
    return switch (read) {
      case Usable<Words>(Words words) -> "usable: " + words.text();
      case Faulty<Words>(String fault, _) -> fault;
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
    assertThat(reply("", "讲讲")).isEqualTo("empty");
    assertThat(name(TurnChecks.reply(answer("半句", Finish.FILTERED), Places.replyTo("讲"))))
        .isEqualTo("filtered");
    Place where = Places.after(Language.EN, "Is it?", "No", "Here?", "it is here!", "Where?");
    assertThat(name(TurnChecks.reply(answer("It is HERE.", Finish.STOP), where)))
        .isEqualTo("repeated");
    Place who = Places.after(Language.ZH, "谁？", "……", "谁？");
    assertThat(name(TurnChecks.reply(answer("……", Finish.STOP), who))).isEqualTo("repeated");
    assertThat(name(TurnChecks.reply(answer("！", Finish.STOP), who))).isEqualTo("usable: ！");
  }

  @Test
  void letsAReplyBeCutWhereTheUserAsksForTheRest() {
    ChatReply cut = answer("第一章，从前\uFFFD", Finish.LENGTH);
    Place whole = Places.replyTo("写小说");
    assertThat(name(TurnChecks.reply(cut, whole))).isEqualTo("truncated");
    assertThat(TurnChecks.reply(cut, Places.with(whole, Place.Cut.MAY_END)))
        .isEqualTo(new Usable<>(new Words("第一章，从前", true)));
    assertThat(TurnChecks.reply(answer("完。", Finish.STOP), Places.with(whole, Place.Cut.MAY_END)))
        .isEqualTo(new Usable<>(new Words("完。", false)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "从前有一座山，山里有一座庙，庙里|从前有一座山，山里有一座庙，庙里有个老和尚。|begins_again",
        "从前有一座山，山里有一座庙，庙里|好的，我接着讲：从前有一座山，山里有一座庙，庙里有个老和尚。|begins_again",
        "从前有一座山，山里有一座庙，庙里|有个老和尚，正给小和尚讲故事。|usable",
        "从前有一座山，山里|从前有一座山的人说，别的都不要紧。|usable",
        "Once upon a time there was a mill by a river that never|Once upon a time there was a mill by a river that never froze.|begins_again",
        "Once upon a time there was a mill by a river that never|Sure, here it is: Once upon a time there was a mill by a river that never froze.|begins_again",
        "Once upon a time there was a mill by a river that never|froze, and its miller slept.|usable"
      })
  void noticesAReplyThatBeginsAgainWhereItOughtToGoOn(String cut, String next, String found) {
    Place.Cut goesOn = Place.Cut.GOES_ON;
    String user = Language.of(cut) == Language.ZH ? "继续" : "Go on";
    Place place = Places.with(Places.after(Language.of(cut), user, cut, user), goesOn);
    assertThat(name(TurnChecks.reply(answer(next, Finish.STOP), place))).startsWith(found);
    Place elsewhere = Places.with(place, Place.Cut.NONE);
    assertThat(name(TurnChecks.reply(answer(next, Finish.STOP), elsewhere))).startsWith("usable");
  }

  @Test
  void refusesWhatTheDialogueHasNoRoomFor() {
    assertThat(reply("好".repeat(4000) + "。", "讲讲")).isEqualTo("too_long");
    assertThat(reply("word ".repeat(3000), "Tell me")).isEqualTo("too_long");
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
    Place place = Places.after(language, "讲个故事", "从前", "Go on", "then");
    return name(TurnChecks.userTurn(answer(json, Finish.STOP), place));
  }

  private static String userText(String text, Language language) {
    return userTurn(Json.object().put("user", text).build().text(), language);
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
    assertThat(userText("", Language.EN)).isEqualTo("empty");
    assertThat(userText("Why not?", Language.ZH)).isEqualTo("wrong_language");
    assertThat(userText("go on!", Language.EN)).isEqualTo("repeated");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Tell me about [insert topic]|template_leftover",
        "User: Why is that?|template_leftover",
        "**用户：** 为什么？|template_leftover",
        "请给（此处填写姓名）写封信|template_leftover",
        "{\"user\": \"为什么？\"}|template_leftover",
        "As an AI language model, I wonder.|speaks_as_assistant",
        "Of course! Here is a shorter version.|speaks_as_assistant",
        "希望以上内容对你有帮助！|speaks_as_assistant",
        "很高兴为您服务，还想知道什么？|speaks_as_assistant",
        "Why?\\nAssistant: Because.|answers_itself",
        "为什么呢？\\n助手：因为下雨。|answers_itself",
        "Of course! But why?|usable",
        "我的助手：小王，也想知道|usable",
        "What does MOSS: stand for?|usable",
        "请用 user: 开头|usable"
      })
  void noticesAUserWhoIsNone(String text, String found) {
    Language language = Language.of(text) == Language.ZH ? Language.ZH : Language.EN;
    assertThat(userText(text.replace("\\n", "\n"), language)).startsWith(found);
  }

  @ParameterizedTest
  @CsvSource({
    "先把米洗净泡上半小时然后大火烧开转小火煮二十分钟最后焖一会儿,ZH",
    "'First wash the rice and let it soak for half an hour then boil it and let it simmer for twenty minutes on a low flame',EN"
  })
  void noticesAUserWhoCopiesTheReply(String reply, Language language) {
    Place place = Places.after(language, "怎么做 rice?", reply + ".");
    Json copy = Json.object().put("user", "OK, " + reply + "!").build();
    assertThat(name(TurnChecks.userTurn(answer(copy.text(), Finish.STOP), place)))
        .isEqualTo("copies_reply");
    String quote = reply.substring(0, reply.length() / 2);
    String more =
        language == Language.ZH
            ? "”这一步我总是做不好，每次都糊了，到底是为什么呢？"
            : "\", I never get that right, it burns each time, why is that so?";
    Json quoting = Json.object().put("user", "“" + quote + more).build();
    assertThat(name(TurnChecks.userTurn(answer(quoting.text(), Finish.STOP), place)))
        .startsWith("usable");
  }

  @Test
  void takesTheSpeakersNameFromNoReply() {
    assertThat(reply("MOSS：当然可以。", "讲讲")).isEqualTo("template_leftover");
    assertThat(reply("Assistant: Of course.", "Tell me")).isEqualTo("template_leftover");
    assertThat(reply("{\"reply\": \"Of course.\"}", "Tell me")).isEqualTo("template_leftover");
    assertThat(reply("Dear [your name], thank you.", "Write a letter")).startsWith("usable");
    assertThat(reply("```json\n{\"user\": 1}\n```", "Show me JSON")).startsWith("usable");
  }
}
