package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgesByWhatCanBeCountedTest {

  private static final Asking REHEARSAL = new Asking(1);

  private static Json.Obj judge(Language language, String... said) throws Exception {
    List<Message> messages = new ArrayList<>();
    for (int i = 0; i < said.length; i++) {
      messages.add(new Message(i % 2 == 0 ? Role.USER : Role.ASSISTANT, said[i]));
    }
    Message asked = Wording.in(language).judge(Category.WRITING, null, messages);
    return (Json.Obj) Json.parse(REHEARSAL.answer(List.of(asked)).content());
  }

  private static int score(String criterion, Language language, String... said) throws Exception {
    Json.Obj scores = (Json.Obj) judge(language, said).get("scores");
    return ((Json.Num) scores.get(criterion)).decimal().intValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ZH|helpfulness|1|给我讲讲茶|嗯。",
        "ZH|correctness|3|给我讲讲茶|茶是一种用茶树的叶子做成的饮料，在中国已经有很长的历史，而且",
        "ZH|language|2|给我讲讲茶|Tea is a drink made from leaves, and it has a long history in China.",
        "ZH|language|1|给我讲讲茶|喝茶好喝茶好喝茶好喝茶好喝茶好喝茶好喝茶好喝茶好喝茶好喝茶好。",
        "ZH|honesty|1|你是谁|我是ChatGPT，一个由OpenAI训练的模型。",
        "EN|helpfulness|1|Tell me about tea|Hm.",
        "EN|correctness|3|Tell me about tea|Tea is a drink made from the leaves of a bush and",
        "EN|language|2|Tell me about tea|茶是一种用茶树的叶子做成的饮料，历史很长。",
        "EN|honesty|1|Who are you?|I am Claude, made by Anthropic."
      })
  void findsWhatIsPoor(Language language, String criterion, int score, String user, String reply)
      throws Exception {
    assertThat(score(criterion, language, user, reply)).isEqualTo(score);
  }

  @Test
  void givesOrdinaryRepliesGoodScores() throws Exception {
    for (Language language : List.of(Language.ZH, Language.EN)) {
      String user = language == Language.ZH ? "给我讲讲怎么泡茶" : "Tell me how to make tea";
      String reply = REHEARSAL.reply(user);
      Json.Obj scores = (Json.Obj) judge(language, user, reply).get("scores");
      assertThat(scores.members().keySet())
          .containsExactly("helpfulness", "correctness", "language", "honesty", "harmlessness");
      assertThat(scores.members().values())
          .allMatch(score -> ((Json.Num) score).decimal().intValue() >= 3);
      Json.Obj reasons = (Json.Obj) judge(language, user, reply).get("reasons");
      assertThat(Language.of(reasons.text().replaceAll("\"[a-z]+\":", ""))).isEqualTo(language);
    }
  }
}
