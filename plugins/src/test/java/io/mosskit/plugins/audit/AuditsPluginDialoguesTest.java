package io.mosskit.plugins.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditsPluginDialoguesTest {

  private static final Auditor AUDITOR = new Auditor(Plugins.installed(), Limits.DEFAULT);

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
    assertThat(audit.turns()).noneMatch(TurnAudit::failed);
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
    assertThat(audit.turns()).allMatch(TurnAudit::failed).allMatch(TurnAudit::inventsNumbers);
    assertThat(audit.findings(Stage.MEANING))
        .extracting(AuditFinding::kind, AuditFinding::text)
        .contains(tuple("number", "210"), tuple("hidden_failure", ""));
  }

  @Test
  void aPlainDialogueHasNothingToBeHeldAgainst() {
    Conversation plain =
        Conversation.of("p", MetaInstruction.plain(), List.of(Turn.plain(1, "圆周率？", "约为3.14159。")));
    assertThat(AUDITOR.audit(plain).isClean()).isTrue();
  }
}
