package io.mosskit.curation.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

  private static Optional<Breach> check(Filter filter, Conversation conversation) {
    return filter.check(conversation, Measures.of(conversation));
  }

  private static Optional<Breach> profile(Conversation conversation) {
    return Filter.firstBreach(Filter.DIALOGUE, conversation, Measures.of(conversation));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "None", " None\n"})
  void anEmptyReplyIsNamedByItsTurn(String reply) {
    Optional<Breach> breach = profile(Dialogues.of("1", "你好", "您好！", "What is 1+1?", reply));
    assertThat(breach.map(Breach::filter)).contains("empty_reply");
    assertThat(breach.map(Breach::values)).contains(Json.object().put("turn", 2).build());
  }

  @Test
  void aShortAnswerIsNoEmptyOne() {
    assertThat(profile(Dialogues.of("1", "1+1=?", "2", "中国的首都？", "北京", "None?", "None.")))
        .isEmpty();
  }

  @Test
  void lengthsAreThoseOfTheDialogue() {
    Conversation five = Dialogues.of("1", "你好", "hey");
    assertThat(check(new Filter.TooShort(5), five)).isEmpty();
    assertThat(check(new Filter.TooShort(6), five).map(Breach::values))
        .contains(Json.object().put("characters", 5).put("limit", 6).build());
    assertThat(check(new Filter.TooLong(5), five)).isEmpty();
    assertThat(check(new Filter.TooLong(4), five).map(Breach::detail))
        .contains("the dialogue has 5 characters, expected at most 4");
  }

  @Test
  void aReplyThatLoopsByLinesIsRepetitive() {
    String loop = "秋风起，落叶黄，思故乡。\n".repeat(20);
    Optional<Breach> breach = profile(Dialogues.of("1", "写一首诗", loop));
    assertThat(breach.map(Breach::filter)).contains("repetition");
    assertThat(breach.orElseThrow().values().toString())
        .isEqualTo("{\"turn\":1,\"lines\":0.95,\"limit\":0.4}");
  }

  @Test
  void aReplyThatLoopsWithinALineIsRepetitive() {
    String loop = "The answer is: " + "I am very sorry ".repeat(30);
    Optional<Breach> breach = profile(Dialogues.of("1", "为什么？", "因为……", "Why?", loop));
    assertThat(breach.map(Breach::filter)).contains("repetition");
    assertThat(breach.orElseThrow().detail())
        .isEqualTo(
            "the reply of turn 2 has 97 % of its characters in one run of four units,"
                + " expected at most 40 %");
  }

  @Test
  void aRefrainAndAShortEchoAreNot() {
    String verse = "我们走在未来的路上，虽然前方没有尽头，但我们有梦想的力量。\n";
    String refrain = "未来的路很漫长\n但我不会迷茫\n";
    String song = verse + refrain + verse.replace("路", "桥") + refrain + "终于到达远方，星光为我照亮。\n";
    assertThat(profile(Dialogues.of("1", "写一首歌", song + song.replace('我', '你')))).isEmpty();
    assertThat(profile(Dialogues.of("1", "Say no", "No no no no no no no no no!"))).isEmpty();
  }

  @Test
  void limitsStandUnderTheirNames() {
    assertThat(Filter.DIALOGUE.stream().map(filter -> filter.name() + filter.limits()).toList())
        .isEqualTo(
            List.of(
                "empty_reply{}",
                "too_short{\"min_characters\":4}",
                "too_long{\"max_characters\":100000}",
                "repetition{\"max_lines\":0.4,\"max_gram\":0.4,\"min_characters\":100}"));
  }

  @Test
  void declaredTurnsThatDisagreeAreNoReason() {
    Conversation conversation = Dialogues.of("1", "你好", "Hello!");
    Conversation wrong =
        new Conversation(
            conversation.id(),
            conversation.metaInstruction(),
            7,
            conversation.turns(),
            conversation.keys(),
            conversation.beside());
    assertThat(profile(wrong)).isEmpty();
  }
}
