package io.mosskit.curation.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.audit.Repair.Repaired;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditsPluginDialoguesTest {

  private static final Auditor AUDITOR = new Auditor(Plugins.installed(), Limits.DEFAULT);
  private static final Repair REPAIR = new Repair(Plugins.installed(), Limits.DEFAULT);

  private static Conversation dialogue(String user, String commands, String results, String reply) {
    return Conversation.of(
        "d",
        MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
        List.of(Turn.withPlugins(1, List.of(user, "I compute. 算一下。", commands, results, reply))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Calculate(\"12*12\") | Calculate(\"12*12\") => '144' | EQUAL",
        "Calculate(\"10/3\") | Calculate(\"10/3\") => '3.333' | WITHIN_TOLERANCE",
        "Calculate(\"10/3\") | Calculate(\"10/3\") => '3.4' | DIFFERENT",
        "Calculate(\"2+2\") | Calculate(\"2+2\") => No calculation results. | FAILURE_SUCCEEDS",
        "Calculate(\"7!\") | Calculate(\"7!\") => 'No result.' | FAILURE_CONFIRMED",
        "Solve(\"x^2=24\") | Solve(\"x^2=24\") => // x_0 = 4.899 // x_1 = -4.899 | WITHIN_TOLERANCE",
        "Solve(\"x^2=-4\") | Solve(\"x^2=-4\") => // x_0 = -2.0001*I // x_1 = 2*I | WITHIN_TOLERANCE",
        "Solve(\"x^2=-4\") | Solve(\"x^2=-4\") => // x_0 = -2*I // x_1 = 3*I | DIFFERENT",
        "Solve(\"x^3=1.0\") | Solve(\"x^3=1.0\") => // x_0 = 1.0 // x_1 = -0.5 - 0.866*I // x_2 = -0.5 + 0.866*I | WITHIN_TOLERANCE",
        "Calculate(\"上海\") | Calculate(\"上海\") => '1' | FAILS_HERE",
        "Calculate(\"2+2\") | Calculate(\"2+3\") => '5' | NO_RESULT",
        "Count(\"a\") | Count(\"a\") => '1' | UNKNOWN_PLUGIN",
        "Search(\"茶\") | Search(\"茶\") => '1' | NOT_REPLAYED",
        "Calculate(2+2) | Calculate(\"2+2\") => '4' | UNPARSEABLE",
      })
  void everyCallHasItsVerdict(String commands, String results, Verdict verdict) {
    Conversation dialogue =
        dialogue("多少？ How much?", commands, "\n" + results.replace(" // ", "\n") + "\n", "好。");
    assertThat(AUDITOR.audit(dialogue).calls())
        .singleElement()
        .extracting(CallAudit::verdict)
        .isEqualTo(verdict);
  }

  @Test
  void aReplyThatTheResultSupportsIsClean() {
    DialogueAudit audit =
        AUDITOR.audit(
            dialogue(
                "十二乘十二？",
                "Calculate(\"12*12\")",
                "\nCalculate(\"12*12\") => '144'\n",
                "是144。<sup><|1|></sup>"));
    assertThat(audit.isClean()).isTrue();
    assertThat(audit.failedTurns()).isEmpty();
  }

  @Test
  void aNumberAfterAFailureIsListedWithItsTurn() {
    DialogueAudit audit =
        AUDITOR.audit(
            dialogue(
                "How many ways?",
                "Calculate(\"7!/4!\")",
                "\nCalculate(\"7!/4!\") => 'No result.'\n",
                "There are 210 ways."));
    assertThat(audit.isClean()).isFalse();
    assertThat(audit.failedTurns()).containsExactly(1);
    assertThat(audit.replies())
        .singleElement()
        .satisfies(reply -> {
          assertThat(reply.kind()).isEqualTo("number");
          assertThat(reply.unsupported().text()).isEqualTo("210");
          assertThat(reply.afterFailure()).isTrue();
        });
  }

  @Test
  void aPlainDialogueHasNothingToBeHeldAgainst() {
    Conversation plain =
        Conversation.of("p", MetaInstruction.plain(), List.of(Turn.plain(1, "圆周率？", "约为3.14159。")));
    assertThat(AUDITOR.audit(plain).isClean()).isTrue();
    assertThat(REPAIR.repair(plain).dialogue()).isSameAs(plain);
  }

  @Test
  void aFailureThatSucceedsIsPutRightAndTheReplyThenFollows() {
    Conversation wrong =
        dialogue(
            "2 plus 2？",
            "Calculate(\"2+2\")",
            "\nCalculate(\"2+2\") => No calculation results.\n",
            "It is 4.<|1|> 也就是4。<sup><|3|></sup>");
    Repaired repaired = REPAIR.repair(wrong);
    Turn turn = repaired.dialogue().turns().getFirst();
    assertThat(turn.body(Field.TOOL_RESPONSES)).isEqualTo("\nCalculate(\"2+2\") => '4'\n");
    assertThat(turn.reply()).isEqualTo("It is 4.<sup><|1|></sup> 也就是4。");
    assertThat(repaired.audit().isClean()).isTrue();
    assertThat(ConversationCheck.violations(repaired.dialogue())).isEmpty();
    assertThat(REPAIR.repair(repaired.dialogue()).dialogue()).isSameAs(repaired.dialogue());
  }

  @Test
  void aReplyIsNeverRewritten() {
    Repaired beyond =
        REPAIR.repair(
            dialogue(
                "2 plus 2？", "Calculate(\"2+2\")", "\nCalculate(\"2+2\") => '5'\n", "It is 5."));
    assertThat(beyond.audit().isClean()).isFalse();
    assertThat(beyond.dialogue().turns().getFirst().reply()).isEqualTo("It is 5.");
  }
}
