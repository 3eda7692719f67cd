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
import io.mosskit.schema.lineage.Artifact;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.text.Language;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HoldsPluginDialoguesTest {

  private static final Shares PLAIN = new Shares(0, 0, 0, 0, 0);

  @TempDir Path folder;
  private final Deque<String> answers = new ArrayDeque<>();
  private final ChatModel teacher = _ -> Stage.whole(answers.remove());
  private Shares shares = PLAIN;
  private Plugins plugins = Plugins.installed().with(new FakeSearch());
  private final List<ChatRequest> asked = new ArrayList<>();

  private DialogueRow hold(Prompt opening, int turns, String... teachersAnswers) throws Exception {
    answers.addAll(List.of(teachersAnswers));
    PluginPlan plan = PluginPlan.DEFAULT.withShares(shares).withPlugins(plugins);
    Stage stage = new Stage(folder, teacher);
    try {
      Script script = Script.of(opening, TurnTable.fixed(turns), 42).equipped(plan, 42);
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
    List<Json> list = new ArrayList<>();
    for (int i = 0; i < calls.length; i += 2) {
      list.add(Json.object().put("plugin", calls[i]).put("argument", calls[i + 1]).build());
    }
    return Json.object().put("thoughts", thoughts).put("calls", Json.of(list)).build().text();
  }

  /// What a record says of its plugins.
  private static Json plugins(Conversation dialogue) {
    return Objects.requireNonNull(dialogue.mosskit().get(Category.PLUGINS_MEMBER));
  }

  private static Json said(String category, String circumstance, String... outcomes) {
    return Json.object()
        .put("category", category)
        .put("circumstance", circumstance)
        .put("outcomes", Json.ofStrings(List.of(outcomes)))
        .build();
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
    assertThat(Category.of(chinese)).contains(Category.CALCULATOR);
    assertThat(plugins(chinese)).isEqualTo(said("calculator", "answered", "answered"));
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
  void asksAgainWithTheReasonForWhatNothingSupports() throws Exception {
    DialogueRow row =
        hold(
            opening("What is 17 percent of 2350?", Category.CALCULATOR),
            1,
            calls("By the calculator the result is 399.5.", "Calculate", "2350*17/100"),
            calls("The calculator helps here.", "Calculate", "2350*0.18"),
            calls("The calculator helps here.", "Calculate", "2350*17/100"),
            "It is 400.5.",
            "It is 399.5.<sup><|2|></sup>",
            "It is 399.5.<sup><|1|></sup>");

    assertThat(row.outcome()).isEqualTo(Outcome.WRITTEN);
    assertStands(conversation(row));
    assertThat(lastWords()).hasSize(6);
    assertThat(lastWords().get(1)).contains("in the thoughts", "399.5");
    assertThat(lastWords().get(2)).contains("into an argument", "0.18");
    assertThat(lastWords().get(4)).contains("nothing supports the number", "400.5");
    assertThat(lastWords().get(5)).contains("<|2|>", "no such result");
    assertThat(row.verification())
        .isEqualTo(new Verification(new Count(6, 0, 0), new Count(1, 0, 0), new Count(6, 4, 4)));
  }

  @Test
  void rejectsWithEverythingWhatStaysUnsupported() throws Exception {
    DialogueRow row =
        hold(
            opening("2350的17%是多少？", Category.CALCULATOR),
            1,
            calls("用计算器。", "Calculate", "2350*17/100"),
            "是400.5。",
            "大约是401.5。",
            "是402.5。");

    assertThat(row.outcome()).isEqualTo(Outcome.REJECTED);
    assertThat(row.reason()).isEqualTo("number");
    assertThat(row.record().text())
        .contains("是400.5。", "是402.5。", "用计算器。", "\"output_sha256\"", "402.5", "\"turn\":1");
    assertThat(row.verification())
        .isEqualTo(new Verification(new Count(4, 0, 0), new Count(1, 0, 0), new Count(4, 3, 2)));
  }

  @ParameterizedTest
  @CsvSource({
    "Halve 84 for me please., CALCULATOR, 'Search|84', unknown_plugin",
    "Halve 84 for me please., CALCULATOR, 'Calculate|84 halves', unreadable_argument",
    "Halve 84 for me please., CALCULATOR, 'Calculate|\"84\"/2', unreadable_argument",
    "Halve 84 for me please., CALCULATOR, '', missing_call",
    "Halve 84 for me please., CALCULATOR, 'Calculate|84/2|Calculate|84/2', repeated_call",
    "Halve 84 for me please., CALCULATOR, "
        + "'Calculate|84|Calculate|84/2|Calculate|84*2|Calculate|2*84|Calculate|-84', too_many_calls",
    "Halve 84 for me please., CALCULATOR, 'Calculate|89/2', argument_number",
    "把84分成两半。, CALCULATOR, 'Calculate|89/2', argument_number",
    "三倍的x是27，求x。, EQUATION_SOLVER, 'Solve|3*x=33', argument_number",
    "三倍的x是27，求x。, EQUATION_SOLVER, 'Solve|3*x=27?', unreadable_argument"
  })
  void refusesCalls(String text, Category category, String call, String fault) throws Exception {
    String thoughts = Language.of(text) == Language.ZH ? "需要用插件来算。" : "A plugin is needed.";
    String bad = calls(thoughts, call.isEmpty() ? new String[0] : call.split("\\|"));
    DialogueRow row = hold(opening(text, category), 1, bad, bad, bad);
    assertThat(row.reason()).isEqualTo(fault);
    assertThat(lastWords().getLast()).doesNotContain("{{").isNotEmpty();
  }

  @Test
  void tellsHonestlyThatThereIsNoResult() throws Exception {
    DialogueRow row =
        hold(
            opening("请算一下5除以0。", Category.CALCULATOR, Circumstance.FAILS),
            1,
            calls("用户要做除法，用计算器。", "Calculate", "5/0"),
            "等于无穷大，也就是这么简单。",
            "抱歉，5除以0没有结果，换一个除数试试吧。");
    Conversation dialogue = conversation(row);
    assertThat(lastWords().getLast()).contains("没有说明没有结果");
    assertThat(asked.get(1).messages().getFirst().content())
        .contains("Outcome: failed", "[1] Calculate(\"5/0\") => No result.");
    assertThat(plugins(dialogue)).isEqualTo(said("calculator", "fails", "failed"));
    assertStands(dialogue);
  }

  @Test
  void callsNothingWhereNothingIsNeeded() throws Exception {
    DialogueRow row =
        hold(
            opening(
                "What does compound interest mean?", Category.CALCULATOR, Circumstance.UNNEEDED),
            1,
            calls("The calculator is of use.", "Calculate", "1+1"),
            calls("The user asks for a meaning; no plugin is needed."),
            "Interest that is itself added to the capital and then bears interest.");
    Turn turn = conversation(row).turns().getFirst();
    assertThat(asked.getFirst().messages().getFirst().content()).contains("\nNeed: none\n");
    assertThat(lastWords().get(1)).contains("none is to be made");
    assertThat(turn.value(Field.COMMANDS)).isEqualTo("<|Commands|>: None<eoc>\n");
    assertThat(turn.value(Field.TOOL_RESPONSES)).isEqualTo("<|Results|>:\nNone\n<eor>\n");
    assertStands(conversation(row));
  }

  @Test
  void saysThatThePluginIsOff() throws Exception {
    shares = new Shares(1, 0, 0, 1, 0);
    DialogueRow row =
        hold(
            opening("查一下埃特纳火山多高。", Category.WEB_SEARCH),
            1,
            calls("需要搜索，但搜索没有开启。"),
            "埃特纳火山高3357米。",
            "这次对话里我无法查询资料，你可以看看百科。");
    Conversation dialogue = conversation(row);
    assertThat(asked.getFirst().messages().getFirst().content())
        .contains("\nPlugins: none\nNeed: none\n");
    assertThat(lastWords().getLast()).contains("3357");
    assertThat(dialogue.metaInstruction())
        .isEqualTo(MetaInstruction.sixLines(EnumSet.noneOf(Capability.class)).text());
    assertThat(plugins(dialogue)).isEqualTo(said("web-search", "answered", "off"));
    assertStands(dialogue);
  }

  @Test
  void citesWhatASearchHasFound() throws Exception {
    DialogueRow row =
        hold(
            opening("How high is Mount Etna, and where does it lie?", Category.WEB_SEARCH),
            1,
            calls("Two facts to look up.", "Search", "Etna height", "Search", "Etna island"),
            "Mount Etna is 3357 metres high and lies on Sicily.",
            "Mount Etna is 3357 metres high.<sup><|1|></sup> It lies on Sicily.<sup><|4|></sup>");
    assertThat(asked.get(1).messages().getFirst().content())
        .contains(
            "[1] Search(\"Etna height\") => 'Mount Etna is 3357",
            "[4] Search(\"Etna island\") => 'It lies");
    assertThat(lastWords().getLast()).contains("cited no result");
    assertStands(conversation(row));
  }

  @Test
  void answersAPictureAsPublished() throws Exception {
    Conversation english =
        conversation(
            hold(
                opening("Draw me a fox in the snow.", Category.TEXT_TO_IMAGE),
                1,
                calls("The user wants a picture.", "Text2Image", "a fox in the snow")));
    Turn turn = english.turns().getFirst();
    assertThat(turn.value(Field.TOOL_RESPONSES))
        .isEqualTo("<|Results|>: Image generated successfully.<eor>\n");
    assertThat(turn.value(Field.MOSS))
        .isEqualTo("<|MOSS|>:  Well, here is the generated image.<eom>\n");
    assertThat(english.categoryText()).isNull();
    assertThat(Category.of(english)).contains(Category.TEXT_TO_IMAGE);
    Artifact artifact = Lineage.of(english).receipts().getFirst().artifact();
    assertThat(artifact).isNotNull();
    assertThat(artifact.file()).endsWith(".png");
    assertThat(artifact.sha256()).matches("[0-9a-f]{64}");
    assertStands(english);
    Conversation chinese =
        conversation(
            hold(
                opening("画一只雪地里的狐狸。", Category.TEXT_TO_IMAGE),
                1,
                calls("用户想要一张图。", "Text2Image", "a fox in the snow")));
    assertThat(chinese.turns().getFirst().reply()).isEqualTo("好的，这是为您生成的图片。");
    assertThat(asked).hasSize(2);
  }

  @Test
  void goesOnFromWhatWasReplied() throws Exception {
    DialogueRow row =
        hold(
            opening("一盒鸡蛋12个，买17盒一共多少个？", Category.CALCULATOR),
            2,
            calls("用计算器相乘。", "Calculate", "12*17"),
            "一共204个鸡蛋。<sup><|1|></sup>",
            "{\"user\": \"平分给6个人，每人几个？\"}",
            calls("用上次的总数来分。", "Calculate", "204/6"),
            "每人34个。<sup><|1|></sup>");
    Conversation dialogue = conversation(row);
    assertThat(dialogue.turns()).hasSize(2);
    assertThat(plugins(dialogue)).isEqualTo(said("calculator", "answered", "answered", "answered"));
    assertThat(asked.get(3).messages().getFirst().content())
        .contains("Turn: 2\n", "\n到目前为止的对话：\n用户：一盒鸡蛋", "\n\n助手：一共204个鸡蛋。<sup>")
        .endsWith("用户：平分给6个人，每人几个？");
    assertThat(Lineage.of(dialogue).receipts()).hasSize(2);
    assertStands(dialogue);
  }

  /// What each request says at its end.
  private List<String> lastWords() {
    return asked.stream().map(request -> request.messages().getLast().content()).toList();
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
}
