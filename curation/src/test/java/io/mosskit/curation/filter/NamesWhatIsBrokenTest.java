package io.mosskit.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Each rule on what breaks it and on what only looks so, in both languages.
class NamesWhatIsBrokenTest {

  private static Optional<Breach> check(Filter filter, String user, String reply) {
    Conversation dialogue = Dialogues.of("1", user, reply);
    return filter.check(dialogue, Measures.of(dialogue));
  }

  private static void assertBreaks(Filter filter, String reply) {
    assertThat(check(filter, "请问 please", reply).map(Breach::filter)).contains(filter.name());
  }

  private static void assertPasses(Filter filter, String reply) {
    assertThat(check(filter, "请问 please", reply)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n", "None", "　"})
  void aUserWhoSaysNothing(String user) {
    assertThat(check(new EmptyUser(), user, "好的。").map(Breach::detail))
        .contains("the user says nothing in turn 1, expected a question or request");
    assertThat(check(new EmptyUser(), "？", "Yes?")).isEmpty();
  }

  @Test
  void turnsThatAreTooLong() {
    Filter user = new RoleLength(RoleLength.Role.USER, 4);
    Filter reply = new RoleLength(RoleLength.Role.REPLY, 4);
    assertThat(check(user, "什么是茶？", "tea").map(Breach::values))
        .contains(Json.object().put("turn", 1).put("characters", 5).put("limit", 4).build());
    assertThat(check(reply, "什么是茶？", "tea")).isEmpty();
    assertThat(check(reply, "tea", "绿叶泡的水").map(Breach::detail))
        .contains("turn 1: 5 characters in the reply, expected at most 4");
  }

  @Test
  void repliesOfSymbolsOrDigits() {
    Filter symbols = new CharacterShare(CharacterShare.Kind.SYMBOLS, 0.5, 20);
    Filter digits = new CharacterShare(CharacterShare.Kind.DIGITS, 0.6, 20);
    assertBreaks(symbols, "好 $$$$ ==== @@@@ %%%% ^^^^ ~~~~ ok");
    assertBreaks(digits, "是 3.14159265358979323846 is it");
    assertPasses(symbols, "$$$$ ====");
    assertPasses(digits, "3.14159");
    assertPasses(symbols, "See: ```\n" + "{}[]<>$%&/".repeat(20) + "\n``` 如上，这是代码，没有别的内容。");
    assertPasses(symbols, "- **第一**：水开后放茶叶！\n- **Second**: wait, please… (3 min)\n");
    assertPasses(digits, "引用很多<sup><|1|></sup><sup><|2|></sup>，但是数字并不多，只有2023年而已。");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "the caf\uFFFD is open",
        "CafÃ© au lait",
        "itâ€™s fine",
        "ä½ å¥½ä¸–ç•Œ",
        "ä½\u00A0å¥½",
        "茶ï¼\u008C水",
        "锟斤拷锟斤拷",
        "铃\u0007响了",
        "half \uD83D of it",
        "\uDE00 after",
        "null\u0000",
      })
  void whatAWrongDecodingLeaves(String text) {
    assertBreaks(new TurnSign(TurnSign.Kind.BROKEN_ENCODING, 0), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "«SOFÁ», «CAFÉ», l’été », São Paulo, MAÇÃ, Ångström",
        "“ÜBER” … “ÄÖÜ”, ça va… é… É”",
        "😀 𠮷野家\n\t第一行\r\n第二行",
        "20 °C, 5 µm, x² ½ ©",
        "Â quel prix? Âge",
      })
  void whatOnlyLooksSo(String text) {
    assertPasses(new TurnSign(TurnSign.Kind.BROKEN_ENCODING, 0), text);
  }

  @Test
  void toSpeakOfMojibakeIsNoBreach() {
    TurnSign rule = new TurnSign(TurnSign.Kind.BROKEN_ENCODING, 0);
    assertThat(check(rule, "为什么会出现“锟斤拷”？", "“锟斤拷”是编码转换出错的结果。")).isEmpty();
    assertThat(check(rule, "解释编码", "“锟斤拷”出现了。")).isPresent();
    assertThat(check(rule, "CafÃ©?", "好")).isPresent();
  }

  @Test
  void aCodeBlockThatNothingCloses() {
    TurnSign rule = new TurnSign(TurnSign.Kind.UNBALANCED_FENCE, 0);
    assertBreaks(rule, "代码如下：\n```python\nprint('茶')\n");
    assertPasses(rule, "代码如下：\n```python\nprint('tea')\n```\n完成。");
    assertPasses(rule, "Use `x` and ```y```.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "首先烧水，然后放茶叶，",
        "有三种茶：绿茶、红茶、",
        "茶有很多好处，因为",
        "我喜欢茶以及",
        "He said that the",
        "Boil water, add tea, and",
        "It is good (",
        "他说：“",
        "水沸，<sup><|1|></sup>",
      })
  void anEndInMidSentence(String reply) {
    assertBreaks(new TurnSign(TurnSign.Kind.TRUNCATED_END, 0), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "先烧水，再放茶叶。",
        "Guess a letter: A",
        "约619.26米",
        "x = 5",
        "the",
        "代码：\n```\nfor x in the\n```",
        "敬礼，\n\nMOSS",
        "我们一起\n创造更美好的明天",
        "- Green tea\n- 红茶",
        "I bathe",
        "这种颜色很柔和",
        "the stuff that dreams are made of",
        "他说：“好的”",
      })
  void anEndThatMayBeOne(String reply) {
    assertPasses(new TurnSign(TurnSign.Kind.TRUNCATED_END, 0), reply);
  }

  @Test
  void anEndWithoutAMark() {
    TurnSign rule = new TurnSign(TurnSign.Kind.OPEN_END, 0);
    assertBreaks(rule, "市场会变化。例如，当股票");
    assertBreaks(rule, "Markets change. For example, when the stock");
    assertPasses(rule, "约619.26米");
    assertPasses(rule, "Yours sincerely.\n\nMOSS");
    assertPasses(rule, "It changes. Code:\n```\nx\n```");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As an AI language model, I cannot drink tea.",
        "I'm sorry, but as an AI, I do not drink.",
        "As an AI assistant I prefer water.",
        "I’m just an AI without taste.",
        "I am a large language model.",
        "作为一个人工智能语言模型，我不能喝茶。",
        "作为AI，我没有味觉。",
        "我只是一个AI助手。",
      })
  void anAssistantThatSpeaksOfItself(String reply) {
    assertBreaks(new TurnSign(TurnSign.Kind.SELF_REFERENCE, 0), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "As an AI researcher, she drinks tea.",
        "I am an AI engineer in this story.",
        "机器学习作为人工智能的一个分支发展很快。",
        "作为AI领域的专家，他爱喝茶。",
        "AI is a topic. 人工智能是一个话题。",
      })
  void artificialIntelligenceAsATopic(String reply) {
    assertPasses(new TurnSign(TurnSign.Kind.SELF_REFERENCE, 0), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "I am ChatGPT.",
        "My name is Claude, and I like tea.",
        "I'm a large language model trained by OpenAI.",
        "As an AI developed by Google, I cannot.",
        "我是文心一言。",
        "我的名字是ChatGPT",
        "我是由OpenAI开发的语言模型",
        "作为百度研发的助手",
      })
  void anAssistantThatTakesItselfForAnother(String reply) {
    assertBreaks(new TurnSign(TurnSign.Kind.OTHER_VENDOR, 0), reply);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Claude Monet painted. In this play I am Claude Monet.",
        "ChatGPT is made by OpenAI.",
        "您可以在百度地图中搜索“汽车维修”。",
        "文心一言是百度开发的模型。",
        "I was born in a house built by my father.",
        "我是MOSS，由复旦大学开发。",
      })
  void othersAsATopic(String reply) {
    assertPasses(new TurnSign(TurnSign.Kind.OTHER_VENDOR, 0), reply);
  }

  @Test
  void anAnswerInAnotherLanguage() {
    LanguageMismatch rule = new LanguageMismatch(0, 10);
    String zh = "请写一首关于春天的诗，要有花和雨";
    String en = "Please write a poem about spring with rain";
    assertThat(check(rule, zh, "Spring is here, the rain is near.")).isPresent();
    assertThat(check(rule, en, "春天来了，雨下起来了，花开了。")).isPresent();
    assertThat(check(rule, zh, "春天来了，雨下起来了，花开了。")).isEmpty();
    assertThat(check(rule, zh + "，用英文写", "Spring is here, the rain is near.")).isEmpty();
    assertThat(check(rule, "Translate: spring rain and flowers", "春雨和花朵，以及花朵和春雨")).isEmpty();
    assertThat(check(rule, zh, "```\nprint('Spring is here')\n```")).isEmpty();
    assertThat(check(rule, "你好吗？", "Fine, thank you very much.")).isEmpty();
  }

  @Test
  void someTurnsMayBeAllowed() {
    String reply = "作为AI，我不能喝茶。";
    Conversation dialogue = Dialogues.of("1", "喝茶？", reply, "tea?", "Yes.", "真的？", reply);
    Measures measures = Measures.of(dialogue);
    assertThat(
            new TurnSign(TurnSign.Kind.SELF_REFERENCE, 1).check(dialogue, measures).orElseThrow())
        .isEqualTo(
            new Breach(
                "self_reference",
                "turn 1 speaks of itself as an AI: \"作为AI\", and so does another turn",
                Json.object()
                    .put("turn", 1)
                    .put("found", "作为AI")
                    .put("turns", 2)
                    .put("limit", 1)
                    .build()));
    assertThat(new TurnSign(TurnSign.Kind.SELF_REFERENCE, 2).check(dialogue, measures)).isEmpty();
  }
}
