package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.generator.tokens.TokenEstimate;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaysWithinItsBudgetTest {

  private static final Prompt ZH = Stage.opening("给我讲讲江南的古镇", Category.WRITING, Language.ZH);
  private static final Prompt EN =
      Stage.opening("Tell me about old mills", Category.WRITING, Language.EN);

  @TempDir Path folder;

  /// So many characters or words, other ones for each request.
  private static String text(Language language, int length, int seed) {
    Random random = new Random(seed);
    return language == Language.ZH
        ? random
            .ints(length, 0x4E00, 0x9000)
            .mapToObj(Character::toString)
            .collect(Collectors.joining("", "", "。"))
        : IntStream.range(0, length)
            .mapToObj(_ ->
                random
                    .ints(6, 'a', 'z')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()))
            .collect(Collectors.joining(" ", "", "."));
  }

  private static ChatModel teacher(Language language, int length) {
    return request ->
        Stage.whole(
            Stage.asksForUserTurn(request)
                ? user(text(language, 12, request.hashCode()))
                : text(language, length, request.hashCode()));
  }

  private static String user(String text) {
    return Json.object().put("user", text).build().text();
  }

  private static DialoguePlan budget(int tokens) {
    return DialoguePlan.DEFAULT.withBudget(new TokenBudget(tokens, TokenEstimate.INSTANCE));
  }

  private static Verdict budgetOf(Conversation dialogue) {
    return Lineage.of(dialogue).verdicts().stream()
        .filter(verdict -> verdict.stage().equals("token-budget"))
        .findFirst()
        .orElseThrow();
  }

  private static long number(Verdict verdict, String name) {
    return ((Json.Num) verdict.values().get(name)).decimal().longValue();
  }

  /// Wants twelve turns, and is content with three.
  private static Script script(Prompt opening) {
    Script long12 = Script.of(opening, TurnTable.fixed(12), 42);
    return new Script(long12.id(), opening, long12.cues(), 3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"zh", "en"})
  void endsWithTheTurnsThatFit(String language) throws Exception {
    Prompt opening = language.equals("zh") ? ZH : EN;
    Stage stage = new Stage(folder, teacher(opening.language(), 200));

    DialogueRow row = stage.hold(script(opening), budget(2048));

    assertThat(row.outcome()).as(row.reason()).isEqualTo(DialogueRow.Outcome.WRITTEN);
    Conversation dialogue = Stage.conversation(row);
    assertThat(dialogue.turns()).hasSizeBetween(3, 11);
    Verdict verdict = budgetOf(dialogue);
    assertThat(verdict.decision()).isEqualTo("ended_early");
    assertThat(number(verdict, "turns_wanted")).isEqualTo(12);
    assertThat(number(verdict, "turns")).isEqualTo(dialogue.turns().size());
    assertThat(number(verdict, "tokens"))
        .isEqualTo(budget(2048).budget().of(dialogue.turns()))
        .isLessThanOrEqualTo(2048);
    assertThat(number(verdict, "max_tokens")).isEqualTo(2048);
    assertThat(verdict.values().string("counted_by")).isEqualTo("estimate@1");
  }

  @Test
  void saysWhenEverythingFitted() throws Exception {
    DialogueRow row =
        new Stage(folder, teacher(Language.ZH, 20)).hold(ZH, TurnTable.fixed(3), budget(2048));
    assertThat(budgetOf(Stage.conversation(row)).decision()).isEqualTo("as_wanted");
  }

  @Test
  void asksForNoMoreThanThereIsRoomFor() throws Exception {
    Stage stage = new Stage(folder, teacher(Language.ZH, 150));
    stage.hold(script(ZH), budget(2048));
    for (ChatRequest request : stage.asked()) {
      if (!Stage.asksForUserTurn(request)) {
        assertThat(request.sampling().maxTokens()).isBetween(96, 1024);
        assertThat(request.messages().getFirst().content()).contains("字左右以内");
      }
    }
    int first = stage.asked().getFirst().sampling().maxTokens();
    assertThat(first).isBetween(200, 300);
  }

  @Test
  void asksAgainForAReplyThatAloneIsTooLongAndThenRejects() throws Exception {
    Stage stage = new Stage(folder, teacher(Language.EN, 2500));
    DialogueRow row = stage.hold(EN, TurnTable.fixed(1), budget(2048));
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.REJECTED);
    assertThat(row.reason()).isEqualTo("too_long");
    assertThat(stage.asked()).hasSize(3);
    assertThat(stage.asked().getLast().messages().getLast().content()).contains("room for");
  }

  @Test
  void asksNothingWhereTheOpeningLeavesNoRoom() throws Exception {
    Prompt opening = Stage.opening(text(Language.ZH, 3000, 1), Category.CODE, Language.ZH);
    Stage stage = new Stage(folder, teacher(Language.ZH, 10));
    DialogueRow row = stage.hold(opening, TurnTable.fixed(2), budget(2048));
    assertThat(row.reason()).isEqualTo("too_long");
    assertThat(stage.asked()).isEmpty();
  }

  @Test
  void isRejectedWhereTooFewTurnsFit() throws Exception {
    Script wanted = script(ZH);
    Script strict = new Script(wanted.id(), ZH, wanted.cues(), 12);
    DialogueRow row = new Stage(folder, teacher(Language.ZH, 200)).hold(strict, budget(2048));
    assertThat(row.outcome()).isEqualTo(DialogueRow.Outcome.REJECTED);
    assertThat(row.reason()).isEqualTo("too_long");
  }

  @Test
  void aBudgetHoldsMoreThanTheMetaInstruction() {
    assertThat(budget(512).budget().of(List.of())).isBetween(284, 340);
    assertThatThrownBy(() -> budget(400)).hasMessageContaining("at least 512");
  }
}
