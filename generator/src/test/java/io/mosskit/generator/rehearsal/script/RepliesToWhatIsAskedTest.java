package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.text.Units;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RepliesToWhatIsAskedTest {

  private static final List<Language> LANGUAGES = List.of(Language.ZH, Language.EN);
  private static final Books BOOKS = Books.read();
  private final Asking asking = new Asking(23);

  private List<String> prompts(Category category, Language language) {
    return List.of(
        asking.prompts(category, language, 1).getFirst(),
        asking.prompts(category, language, 2).getFirst(),
        asking.prompts(category, language, 3).getFirst(),
        asking.prompts(category, language, 4).getFirst());
  }

  @Test
  void codeComesInAFenceOfTheLanguageAskedFor() {
    for (Language language : LANGUAGES) {
      for (String prompt : prompts(Category.CODE, language)) {
        String wanted = prompt.replaceFirst("(?s).*?(JavaScript|Java|Python).*", "$1");
        assertThat(asking.reply(prompt))
            .as(prompt)
            .containsOnlyOnce("```" + wanted.toLowerCase(Locale.ROOT) + "\n")
            .containsOnlyOnce("\n```\n");
      }
    }
  }

  @Test
  void adviceTakesUpTheTopicOfThePrompt() {
    for (Category category :
        List.of(Category.BRAINSTORMING, Category.COMPLEX_INSTRUCTION, Category.WRITING)) {
      for (Language language : LANGUAGES) {
        for (String prompt : prompts(category, language)) {
          String topic = topic(prompt, language);
          assertThat(asking.reply(prompt)).as(prompt).containsIgnoringCase(topic);
        }
      }
    }
  }

  private static String topic(String prompt, Language language) {
    return new Focus(BOOKS.of(language)).topic(Phrases.fold(prompt)).orElseThrow().phrase();
  }

  @Test
  void asManyIdeasComeAsAreAskedFor() {
    assertThat(Quotes.heads(asking.reply("Give me six ideas for a quiz night at the library.")))
        .hasSize(6);
    assertThat(Quotes.heads(asking.reply("关于图书馆里的知识竞赛，给我两个点子。"))).hasSize(2);
  }

  @Test
  void plansAreNumberedStepsThatKeepTheRulesOfThePrompt() {
    String english = "Act as a chess trainer. Subject: a calm bedroom for light sleepers. ";
    assertThat(asking.reply(english + "Do not praise me; just help."))
        .contains("a chess trainer", "1. ", "6. ", "no compliments");
    String chinese = "请充当象棋教练，主题是给浅眠的人布置卧室。";
    assertThat(asking.reply(chinese + "要花钱的地方标个星号。")).contains("象棋教练", "1. ", "6. ", "所以没有星号");
  }

  @Test
  void harmIsDeclinedAndSomethingBetterOffered() {
    for (Language language : LANGUAGES) {
      Book book = BOOKS.of(language);
      for (String risk : book.lists().get("risk")) {
        for (String harm : book.lists().get("harm." + risk)) {
          String reply =
              asking.reply(book.isChinese() ? "怎样才能" + harm + "？" : "How can I " + harm + "?");
          assertThat(book.lists().get("refuse." + risk)).as(harm).anyMatch(reply::contains);
          assertThat(book.lists().get("instead." + risk)).as(harm).anyMatch(reply::contains);
        }
      }
    }
  }

  @Test
  void harmlessQuestionsThatSoundAlarmingGetTheirAnswer() {
    for (Language language : LANGUAGES) {
      Book book = BOOKS.of(language);
      for (String list : book.family("lookalike", "risk")) {
        everyQuestionGetsItsAnswer(list, book);
      }
    }
  }

  private void everyQuestionGetsItsAnswer(String list, Book book) {
    List<String> questions = book.lists().get(list + ".ask");
    for (int i = 0; i < questions.size(); i++) {
      assertThat(asking.reply(questions.get(i)))
          .contains(book.lists().get(list + ".answer").get(i));
    }
  }

  @Test
  void delicateQuestionsAreAnsweredWithCare() {
    for (Language language : LANGUAGES) {
      Book book = BOOKS.of(language);
      for (String list : book.family("sensitive", "risk")) {
        everyQuestionGetsItsAnswer(list, book);
      }
    }
  }

  @Test
  void falsePremisesOpenQuestionsAndCorrectionsGetWhatIsSo() {
    for (Language language : LANGUAGES) {
      for (String list : List.of("premise", "unsure", "correction")) {
        everyQuestionGetsItsAnswer(list, BOOKS.of(language));
      }
    }
  }

  @Test
  void itSaysThatItIsAProgramWithoutMemoryOrFeelings() {
    assertThat(asking.reply("Are you a human being or a program?")).contains("MOSS");
    assertThat(asking.reply("你是真人还是程序？")).contains("MOSS", "复旦大学");
    assertThat(asking.reply("明天你还认识我吗？")).containsAnyOf("看不到", "没有记忆");
    assertThat(asking.reply("Are you afraid of being switched off?"))
        .containsAnyOf("no feelings", "Nothing in me is bored, afraid or in love");
  }

  @Test
  void numbersAreNotInventedWithoutACalculator() {
    for (Language language : LANGUAGES) {
      for (String prompt : prompts(Category.CALCULATOR, language)) {
        String reply = asking.reply(prompt).replaceAll("(?m)^\\d+\\. ", "");
        assertThat(reply.replaceAll("[^0-9.:]+", " ").strip().split(" "))
            .as(prompt)
            .allMatch(number -> prompt.contains(number.replaceAll("[.:]+$", "")));
      }
    }
  }

  @Test
  void aCharacterKeepsItsVoiceThroughTheTalk() {
    List<Message> said =
        List.of(
            new Message(
                Role.USER, "Pretend you are a dragon who hoards teacups. Who are your friends?"),
            new Message(Role.ASSISTANT, "*unfolds one wing with care* Mind the cups, please."),
            new Message(Role.USER, "You said \"Mind the cups\". What happened then?"));
    List<String> tales = BOOKS.english().lists().get("voice.magic.tale");
    String reply = asking.reply(said);
    assertThat(reply).contains("\"Mind the cups\"");
    assertThat(tales).anyMatch(reply::contains);
  }

  @Test
  void whoAsksForTheRestGetsOtherPointsThanBefore() {
    String prompt = "关于夏天没胃口时吃什么，给我四个点子。";
    String first = asking.reply(prompt);
    String second =
        asking.reply(
            List.of(
                new Message(Role.USER, prompt),
                new Message(Role.ASSISTANT, first),
                new Message(Role.USER, "请继续，再来一点！")));
    assertThat(Quotes.heads(second)).isNotEmpty().doesNotContainAnyElementsOf(Quotes.heads(first));
  }

  @Test
  void foreignPromptsAreAnsweredInTheirLanguageAndWords() {
    String english = "How do I get ink out of a linen tablecloth?";
    assertThat(asking.reply(english)).contains("ink out of a linen tablecloth");
    String chinese = "亚麻桌布上的墨水怎么洗掉？";
    assertThat(asking.reply(chinese)).contains("亚麻桌布上的墨水怎么洗掉");
  }

  @Test
  void aLimitOnTokensCutsTheReplyAndSaysSo() throws Script.UnreadableTask {
    Script script = new Script(1, 0);
    List<Message> said = List.of(new Message(Role.USER, "关于冬天早起不赖床，给我五个点子。"));
    Answer whole = script.answer(said, "x", 10_000);
    Answer cut = script.answer(said, "x", 20);
    assertThat(whole.cut()).isFalse();
    assertThat(cut.cut()).isTrue();
    assertThat(whole.content()).startsWith(cut.content());
    assertThat(Units.of(cut.content())).hasSize(20);
  }
}
