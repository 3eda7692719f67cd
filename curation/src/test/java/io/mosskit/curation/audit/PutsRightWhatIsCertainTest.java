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

class PutsRightWhatIsCertainTest {

  private static final Repair REPAIR = new Repair(Plugins.installed(), Limits.DEFAULT);

  private static Conversation dialogue(String user, String commands, String results, String reply) {
    return Conversation.of(
        "d",
        MetaInstruction.sevenLines(Set.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
        List.of(Turn.withPlugins(1, List.of(user, "I compute. 算一下。", commands, results, reply))));
  }

  @Test
  void aPlainDialogueStaysAsItIs() {
    Conversation plain =
        Conversation.of("p", MetaInstruction.plain(), List.of(Turn.plain(1, "圆周率？", "约为3.14159。")));
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
