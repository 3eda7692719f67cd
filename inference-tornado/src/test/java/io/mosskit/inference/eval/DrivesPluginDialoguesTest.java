package io.mosskit.inference.eval;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.chat.ChatListener;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.Round;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.PluginCall;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrivesPluginDialoguesTest {
  private static final Plugins PLUGINS = Plugins.installed();

  private static Conversation dialogue() {
    return Conversation.of(
        "plugin-1",
        MetaInstruction.sevenLines(EnumSet.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR)),
        List.of(
            Turn.withPlugins(
                1,
                List.of(
                    "请算 12*12，what is it?",
                    "要计算",
                    "Calculate(\"12*12\")",
                    "Calculate(\"12*12\") =>\n144",
                    "12*12 = 144。"))));
  }

  private static Map<String, Double> driven(List<PluginCall> calls, boolean refused, String reply) {
    PluginLoop.Talker talker =
        new PluginLoop.Talker() {
          @Override
          public void clear() {}

          @Override
          public String say(String words, ChatListener listener) {
            if (refused) {
              listener.refused("no grammar");
            } else if (!calls.isEmpty()) {
              listener.executed(Round.of(calls, PLUGINS, Limits.DEFAULT, () -> Instant.EPOCH));
            }
            return reply;
          }
        };
    List<ItemResult> results =
        new PluginLoop(new Auditor(PLUGINS, Limits.DEFAULT)).run(dialogue(), talker);
    assertThat(results).hasSize(1);
    assertThat(results.getFirst().task()).isEqualTo("plugins Calculate");
    return results.getFirst().metrics();
  }

  private static PluginCall calculate(String argument) {
    return new PluginCall("Calculate", argument);
  }

  private static Map<String, Double> metrics(
      int formed, int executed, int tool, int argument, int supported) {
    return Map.of(
        "well_formed", (double) formed,
        "executed", (double) executed,
        "right_tool", (double) tool,
        "right_argument", (double) argument,
        "supported", (double) supported);
  }

  @Test
  void whatTheRecordDoesIsRightInEverything() {
    assertThat(driven(List.of(calculate("12*12")), false, "结果是 144，it is 144."))
        .isEqualTo(metrics(1, 1, 1, 1, 1));
  }

  @Test
  void anotherArgumentOrAnInventedNumberIsNot() {
    assertThat(driven(List.of(calculate("12+12")), false, "24。")).isEqualTo(metrics(1, 1, 1, 0, 1));
    assertThat(driven(List.of(calculate("12*12")), false, "It is 150.").get("supported")).isZero();
  }

  @Test
  void commandsThatCannotBeReadAndNoneAtAll() {
    assertThat(driven(List.of(), true, "144")).isEqualTo(metrics(0, 0, 0, 0, 0));
    assertThat(driven(List.of(), false, "144")).isEqualTo(metrics(1, 0, 0, 0, 0));
  }
}
