package io.mosskit.generator.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.generator.judge.Preference.Form;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatException;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.Label;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.labels.Labels;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PrefersTheBetterReplyTest {

  private static ReplySet set(String... replies) {
    return new ReplySet(
        "d-1",
        Category.WRITING,
        List.of(
            new Message(Role.USER, "什么是茶？"),
            new Message(Role.ASSISTANT, "一种饮料。"),
            new Message(Role.USER, "Say more, in English please.")),
        Arrays.stream(replies).map(text -> new ReplySet.Reply(text, "m")).toList());
  }

  private static ChatReply answer(String winner) {
    String json = "{\"reason\": \"因为 because\", \"winner\": \"%s\"}".formatted(winner);
    return new ChatReply(json, ChatReply.Finish.STOP, 1, 1, "judge");
  }

  /// Prefers the reply that holds more exclamation marks.
  private static ChatModel byMarks() {
    return request -> {
      String asked = request.messages().getLast().content();
      int second = asked.indexOf("[Reply B]");
      long left =
          asked.substring(asked.indexOf("[Reply A]"), second).chars().filter(c -> c == '!').count();
      long right = asked.substring(second).chars().filter(c -> c == '!').count();
      return answer(left == right ? "tie" : left > right ? "A" : "B");
    };
  }

  @Test
  void theBestIsChosenAndTheWorstRejected() throws Exception {
    ReplySet set = set("good!", "好!!", "plain");
    List<Comparison> comparisons = new PairJudge(byMarks()).compare(set);
    assertThat(comparisons)
        .extracting(Comparison::winner)
        .containsExactly(Winner.RIGHT, Winner.LEFT, Winner.LEFT);
    assertThat(comparisons).allMatch(Comparison::consistent);
    Preference pair = Preference.of(set, comparisons).orElseThrow();
    assertThat(pair.chosen().text()).isEqualTo("好!!");
    assertThat(pair.rejected().text()).isEqualTo("plain");
    assertThat(pair.margin()).isEqualTo(1.0);
    assertThat(pair.reasons()).hasSize(2).allMatch("因为 because"::equals);
  }

  @Test
  void aJudgeWhoGoesByTheOrderMakesTies() throws Exception {
    ReplySet set = set("一", "two");
    List<Comparison> comparisons = new PairJudge(_ -> answer("A")).compare(set);
    assertThat(comparisons)
        .singleElement()
        .isEqualTo(new Comparison(0, 1, Winner.TIE, false, List.of("因为 because", "因为 because")));
    assertThat(Preference.of(set, comparisons)).isEmpty();
  }

  @Test
  void bothOrdersAreAskedUnderIdsOfTheirOwn() throws Exception {
    Set<String> ids = new HashSet<>();
    ChatModel model =
        request -> {
          ids.add(request.id());
          return answer("tie");
        };
    new PairJudge(model).compare(set("a", "b", "c"));
    assertThat(ids).hasSize(6);
  }

  @Test
  void anAnswerThatIsNoVerdictIsNoTie() {
    assertThatThrownBy(() -> new PairJudge(_ -> answer("both")).compare(set("a", "b")))
        .isInstanceOf(ChatException.class)
        .hasMessageContaining("expected A, B or tie");
  }

  @Test
  void formsOfTrainers() {
    ReplySet set = set("好", "bad");
    Preference pair =
        Preference.of(set, List.of(new Comparison(0, 1, Winner.LEFT, true, List.of())))
            .orElseThrow();
    assertThat(pair.json(Form.UTTERANCES).get("chosen"))
        .isEqualTo(
            Json.object()
                .put("x", List.of("什么是茶？", "一种饮料。", "Say more, in English please.", "好"))
                .build()
                .get("x"));
    assertThat(pair.json(Form.MESSAGES).text())
        .contains("\"chosen\":[{\"role\":\"assistant\",\"content\":\"好\"}]", "\"margin\":1");
    assertThatThrownBy(() -> pair.json(Form.TEXTS)).hasMessageContaining("3 messages");
    Preference single =
        new Preference(
            "s", List.of(set.context().getFirst()), pair.chosen(), pair.rejected(), 1, List.of());
    assertThat(single.json(Form.TEXTS).string("prompt")).isEqualTo("什么是茶？");
  }

  @Test
  void linesAreReadAgain() {
    ReplySet set = set("好", "bad");
    assertThat(ReplySet.of(set.json())).isEqualTo(set);
    Comparison comparison = new Comparison(1, 0, Winner.RIGHT, false, List.of("为什么"));
    assertThat(Comparison.of(comparison.json())).isEqualTo(comparison);
  }

  @Test
  void aDialogueIsJudgedAsWhatItsTagSays() {
    Conversation tea =
        Conversation.of(
            "茶",
            MetaInstruction.plain(),
            List.of(Turn.plain(1, "怎样泡茶？", "先温壶。"), Turn.plain(2, "谢谢", "不客气")));
    assertThat(ReplySet.contextOf(tea).category()).isEqualTo(Category.COMPLEX_INSTRUCTION);
    Label honest = Label.of("茶", Category.HONEST, LabelOrigin.MODEL);
    ReplySet set = ReplySet.contextOf(Labels.apply(tea, honest));
    assertThat(set.category()).isEqualTo(Category.HONEST);
    assertThat(set.context()).hasSize(3);
  }

  @Test
  void aLineWithAnUnknownRoleSaysWhichThereAre() throws Exception {
    Json line =
        Json.parse(
            "{\"id\": \"1\", \"messages\": [{\"role\": \"tool\", \"content\": \"好\"}], \"replies\": []}");
    assertThatThrownBy(() -> ReplySet.of((Json.Obj) line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("role system, user or assistant");
  }

  /// Of ten pairs eight agree; by chance 0.6 x 0.6 + 0.4 x 0.4 = 0.52 would.
  @Test
  void agreementIsThatOfCohen() {
    Agreement agreement = new Agreement();
    for (int i = 0; i < 10; i++) {
      Winner judge = i < 6 ? Winner.LEFT : Winner.RIGHT;
      Winner people = i == 0 ? Winner.RIGHT : i == 9 ? Winner.LEFT : judge;
      agreement.add(judge, people);
    }
    assertThat(agreement.share()).isEqualTo(0.8);
    assertThat(agreement.kappa().orElseThrow()).isCloseTo((0.8 - 0.52) / 0.48, within(1e-12));
    assertThat(new Agreement().kappa()).isEmpty();
  }
}
