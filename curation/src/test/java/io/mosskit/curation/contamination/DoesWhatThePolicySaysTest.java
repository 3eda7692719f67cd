package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.contamination.Decontaminated.Outcome;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DoesWhatThePolicySaysTest {
  private static final EvaluationSets SETS = Sets.foxesAndPoem(Matching.standard());
  private static final Conversation LEAK =
      Dialogues.of(
          "1",
          "先答：" + Sets.POEM + "再答：" + Sets.POEM,
          "“故乡。”",
          "And \"" + Sets.FOXES + "\"",
          "The red one; " + Sets.FOXES);

  private static Decontaminated judge(Policy policy, Conversation dialogue) {
    return new Decontaminator(SETS, policy).judge(dialogue);
  }

  @ParameterizedTest
  @EnumSource(Policy.class)
  void aCleanDialogueStaysAsItIs(Policy policy) {
    Conversation clean = Dialogues.of("1", "狐狸怎么过河？", "They swim.");
    assertThat(judge(policy, clean))
        .isEqualTo(new Decontaminated(clean, Outcome.CLEAN, List.of(), List.of()));
  }

  @Test
  void droppingSaysWhatWasFoundWhere() {
    Decontaminated dropped = judge(Policy.DROP, LEAK);
    assertThat(dropped.outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(dropped.conversation()).isEqualTo(LEAK);
    assertThat(dropped.overlaps()).hasSize(4);
    assertThat(dropped.detail())
        .startsWith("Human of turn 1 shares 30 units with item 0 of 诗: \"李白在《静夜思》")
        .endsWith("and 3 stretches more");
    assertThat(dropped.values().text())
        .startsWith(
            "{\"overlaps\":[{\"set\":\"诗\",\"item\":\"0\",\"turn\":1,\"field\":\"Human\",\"units\":30,");
  }

  @Test
  void maskingLeavesEverythingElse() {
    Decontaminated masked = judge(Policy.MASK, LEAK);
    assertThat(masked.outcome()).isEqualTo(Outcome.MASKED);
    List<Turn> turns = masked.conversation().turns();
    assertThat(turns.getFirst().human()).isEqualTo("先答：[eval]？再答：[eval]？");
    assertThat(turns.getFirst().reply()).isEqualTo("“故乡。”");
    assertThat(turns.getLast().value(Field.HUMAN)).isEqualTo("<|Human|>: And \"[eval]?\"<eoh>\n");
    assertThat(turns.getLast().reply()).isEqualTo("The red one; [eval]?");
    assertThat(SETS.overlaps(masked.conversation())).isEmpty();
    assertThat(Lineage.of(masked.conversation()).verdicts())
        .containsExactly(
            new Verdict("contamination", "masked", Json.object().put("overlaps", 4).build()));
  }

  @Test
  void stretchesThatOverlapAreMaskedAsOne() {
    EvaluationSets twice =
        EvaluationSets.of(
            List.of(Sets.of("a", Sets.FOXES), Sets.of("b", "Tell: " + Sets.FOXES)),
            Matching.standard());
    Conversation dialogue = Dialogues.of("1", "Tell: " + Sets.FOXES, "不知道。");
    assertThat(EvaluationSets.masked(dialogue, twice.overlaps(dialogue)).turns().getFirst().human())
        .isEqualTo("[eval]?");
  }

  @Test
  void aMarkerThatIsAbsentIsNotMissed() {
    Turn bare = Turn.plain(1, "x", "y").with(Field.HUMAN, "问：" + Sets.POEM);
    Conversation dialogue = Dialogues.of("1", "x", "y").withTurns(List.of(bare));
    assertThat(judge(Policy.MASK, dialogue).conversation().turns().getFirst().value(Field.HUMAN))
        .isEqualTo("问：[eval]？");
  }

  @Test
  void aCallOrItsResultIsNotMasked() {
    Conversation inResult =
        Dialogues.withPlugin(
            "1", "狐狸？", "Search(\"foxes\")", "\n<|1|>: " + Sets.FOXES, "They wait.");
    assertThat(judge(Policy.MASK, inResult).outcome()).isEqualTo(Outcome.DROPPED);
    assertThat(judge(Policy.TAG, inResult).outcome()).isEqualTo(Outcome.TAGGED);
  }

  @Test
  void taggingMarksTheRecordOnly() {
    Conversation tagged = judge(Policy.TAG, LEAK).conversation();
    assertThat(tagged.turns()).isEqualTo(LEAK.turns());
    assertThat(tagged.mosskit().get(Decontaminator.MEMBER))
        .isInstanceOfSatisfying(
            Json.Arr.class, stretches -> assertThat(stretches.elements()).hasSize(4));
    assertThat(Lineage.of(tagged).verdicts())
        .extracting(Verdict::decision)
        .containsExactly("tagged");
  }
}
