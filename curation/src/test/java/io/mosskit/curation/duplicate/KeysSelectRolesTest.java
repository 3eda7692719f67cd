package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.Conversation;
import org.junit.jupiter.api.Test;

class KeysSelectRolesTest {
  private final Conversation plain =
      Dialogues.of("1", "你好", "您好！", "How are you?", "Fine, thanks.");
  private final Conversation plugin =
      Dialogues.withPlugin(
          "2", "1+1 等于几？", "Calculate(\"1+1\")", "\nCalculate(\"1+1\") => '2'\n", "等于 2。");

  @Test
  void userTurnsAreAllThatTheUserWrote() {
    assertThat(DuplicateKey.USER_TURNS.text(plain)).isEqualTo("你好\nHow are you?");
    assertThat(DuplicateKey.FIRST_USER_TURN.text(plain)).isEqualTo("你好");
  }

  @Test
  void assistantTurnsAreAllReplies() {
    assertThat(DuplicateKey.ASSISTANT_TURNS.text(plain)).isEqualTo("您好！\nFine, thanks.");
  }

  @Test
  void thePluginTraceIsCommandsAndResultsAndEmptyWithoutPlugins() {
    assertThat(DuplicateKey.PLUGIN_TRACE.text(plain)).isEmpty();
    assertThat(DuplicateKey.PLUGIN_TRACE.text(plugin))
        .contains("Calculate(\"1+1\")\n")
        .contains("=> '2'")
        .doesNotContain("thinking");
  }

  @Test
  void theRecordIsEverythingWithMarkersDividedAtBlanks() {
    assertThat(DuplicateKey.RECORD.text(plain))
        .startsWith("You are an AI assistant")
        .contains("<|Human|>: 你好<eoh>", "<|Commands|>: None<eoc>", "<|MOSS|>: 您好！<eom>");
    int bySpaces = DuplicateKey.RECORD.text(plain).strip().split("\\s+").length;
    assertThat(DuplicateKey.RECORD.units(plain).count()).isEqualTo(bySpaces);
  }

  @Test
  void labelsAreTheNamesInRejections() {
    assertThat(DuplicateKey.values())
        .extracting(DuplicateKey::label)
        .containsExactly(
            "user_turns", "first_user_turn", "assistant_turns", "plugin_trace", "record");
  }
}
