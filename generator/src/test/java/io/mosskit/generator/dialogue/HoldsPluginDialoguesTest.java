package io.mosskit.generator.dialogue;

import static io.mosskit.generator.dialogue.Stage.conversation;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.PluginPlan;
import io.mosskit.generator.plan.PluginPlan.Shares;
import io.mosskit.generator.plan.TurnTable;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.store.Verification;
import io.mosskit.generator.store.Verification.Count;
import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.plugins.audit.Auditor;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.chat.ChatModel;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldsPluginDialoguesTest {

  private static final Shares PLAIN = new Shares(0, 0, 0, 0, 0);

  @TempDir Path folder;
  private final Deque<String> answers = new ArrayDeque<>();
  private final ChatModel teacher = _ -> Stage.whole(answers.remove());
  private Shares shares = PLAIN;
  private Plugins plugins = Plugins.installed().with(new FakeSearch(), new FakeImage());
  private final List<ChatRequest> asked = new java.util.ArrayList<>();

  private DialogueRow hold(Prompt opening, int turns, String... teachersAnswers) throws Exception {
    answers.addAll(List.of(teachersAnswers));
    PluginPlan plan = PluginPlan.DEFAULT.withShares(shares).withPlugins(plugins);
    Stage stage = new Stage(folder, teacher);
    try {
      Script script =
          Script.of(opening, TurnTable.fixed(turns), 42).equipped(plan, 42);
      return stage.hold(script, DialoguePlan.DEFAULT.withPlugins(plan));
    } finally {
      asked.addAll(stage.asked());
    }
  }

  private static Prompt opening(String text, Category category, Circumstance circumstance) {
    return new Prompt(
        "p-1",
        text,
        category,
        Language.of(text) == Language.ZH ? Language.ZH : Language.EN,
        null,
        null,
        null,
        Brief.NONE.with(circumstance),
        Lineage.NONE);
  }

  private static Prompt opening(String text, Category category) {
    return opening(text, category, Circumstance.ANSWERED);
  }

  /// An answer to `plugin-calls`; calls as `Calculate`, `6*7` in turns.
  private static String calls(String thoughts, String... calls) {
    List<Json> list = new java.util.ArrayList<>();
    for (int i = 0; i < calls.length; i += 2) {
      list.add(Json.object().put("plugin", calls[i]).put("argument", calls[i + 1]).build());
    }
    return Json.object().put("thoughts", thoughts).put("calls", Json.of(list)).build().text();
  }

  private void assertStands(Conversation dialogue) {
    assertThat(ConversationCheck.violations(dialogue)).isEmpty();
    assertThat(new Auditor(plugins, Limits.DEFAULT).audit(dialogue).findings()).isEmpty();
  }

  @Test
  void writesWhatWasThoughtCalledAnsweredAndReplied() throws Exception {
    Conversation chinese =
        conversation(
            hold(
                opening("一盒鸡蛋12个，买17盒一共多少个？", Category.CALCULATOR),
                1,
                calls("用户要算总数，用计算器相乘。", "Calculate", "12*17"),
                "一共204个鸡蛋。<sup><|1|></sup>"));
    assertThat(chinese.turns())
        .containsExactly(
            Turn.withPlugins(
                1,
                List.of(
                    "一盒鸡蛋12个，买17盒一共多少个？",
                    "用户要算总数，用计算器相乘。",
                    "Calculate(\"12*17\")",
                    "\nCalculate(\"12*17\") => '204'\n",
                    "一共204个鸡蛋。<sup><|1|></sup>")));
    assertThat(chinese.categoryText()).isEqualTo("tool");
    assertThat(chinese.metaInstruction())
        .isEqualTo(
            MetaInstruction.sevenLines(EnumSet.of(Capability.INNER_THOUGHTS, Capability.CALCULATOR))
                .text());
    assertThat(chinese.mosskit().string("category")).isEqualTo("calculator");
    assertThat(chinese.mosskit().get("outcomes")).isEqualTo(Json.ofStrings(List.of("answered")));
    assertThat(Lineage.of(chinese).receipts())
        .singleElement()
        .satisfies(receipt -> {
          assertThat(receipt.argument()).isEqualTo("12*17");
          assertThat(receipt.elapsedMicros()).isZero();
        });
    assertStands(chinese);

    Conversation english =
        conversation(
            hold(
                opening("Solve 3x - 7 = 20 for x, please.", Category.EQUATION_SOLVER),
                1,
                calls("The user wants the unknown of one equation.", "Solve", "3*x-7=20"),
                "The solution is x = 9.<sup><|1|></sup>"));
    assertThat(english.turns().getFirst().value(Field.TOOL_RESPONSES))
        .isEqualTo("<|Results|>:\nSolve(\"3*x-7=20\") =>\nx = 9\n<eor>\n");
    assertStands(english);
  }

  @Test
  void asksAgainForWhatNothingSupports() throws Exception {
    DialogueRow row =
        hold(
            opening("What is 17 percent of 2350?", Category.CALCULATOR),
            1,
            "I would call the calculator.",
            calls("The calculator works out 17 percent of 2350, which is 399.5.", "Calculate", "2350*17/100"),
            calls("The calculator helps here.", "Calculate", "2350*0.18"),
            calls("The calculator helps here.", "Calculate", "2350*17/100"),
            "It is 400.5.",
            "It is 399.5.<sup><|2|></sup>",
            "It is 399.5.<sup><|1|></sup>");
    System.out.println(row.record().text());
  }

  /// Finds one sentence.
  private static final class FakeSearch implements Plugin {

    @Override
    public String name() {
      return "Search";
    }

    @Override
    public String apiLine() {
      return "Search(query)";
    }

    @Override
    public String version() {
      return "fake";
    }

    @Override
    public io.mosskit.plugins.Outcome execute(String argument, Limits limits) {
      return argument.contains("Etna") || argument.contains("埃特纳")
          ? new io.mosskit.plugins.Outcome.Result(
              "<|1|>: 'Mount Etna is 3357 metres high. 埃特纳火山高3357米。'\n"
                  + "<|2|>: 'It lies on the island of Sicily. 它位于西西里岛。'")
          : new io.mosskit.plugins.Outcome.Failure(
              io.mosskit.plugins.Outcome.Reason.NOTHING_FOUND, "no document holds it");
    }

    @Override
    public io.mosskit.schema.trace.Results.Block block(
        String argument, io.mosskit.plugins.Outcome outcome) {
      return new io.mosskit.schema.trace.Results.Block(
          new io.mosskit.schema.trace.PluginCall(name(), argument), outcome.printed(), false);
    }
  }

  /// Draws nothing and says that it has.
  private static final class FakeImage implements Plugin {

    @Override
    public String name() {
      return "Text2Image";
    }

    @Override
    public String apiLine() {
      return "Text2Image(description)";
    }

    @Override
    public String version() {
      return "fake";
    }

    @Override
    public boolean answersInline() {
      return true;
    }

    @Override
    public io.mosskit.plugins.Outcome execute(String argument, Limits limits) {
      return new io.mosskit.plugins.Outcome.Result("Image generated successfully.");
    }
  }
}
