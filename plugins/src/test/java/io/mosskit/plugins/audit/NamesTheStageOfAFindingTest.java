package io.mosskit.plugins.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.Plugins;
import io.mosskit.schema.Capability;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Receipt;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTheStageOfAFindingTest {

  private static final MetaInstruction META =
      MetaInstruction.sevenLines(
          Set.of(
              Capability.INNER_THOUGHTS,
              Capability.CALCULATOR,
              Capability.EQUATION_SOLVER,
              Capability.WEB_SEARCH));

  /// Finds one snippet for `tea` and one for `茶`.
  private static final Plugin TEA =
      new Plugin() {
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
          return "1";
        }

        @Override
        public Outcome execute(String argument, Limits limits) {
          return switch (argument) {
            case "tea" -> new Outcome.Result("<|1|>: 'Tea was 30 yuan in 1850.'");
            case "茶" -> new Outcome.Result("<|1|>: '茶叶产量为78万吨。'");
            default -> new Outcome.Failure(Outcome.Reason.NOTHING_FOUND, "nothing");
          };
        }
      };

  private static final Auditor AUDITOR = new Auditor(Plugins.installed().with(TEA), Limits.DEFAULT);

  private static Turn turn(int number, String user, String calls, String results, String reply) {
    String body = results.equals("None") ? "None" : "\n" + lines(results) + "\n";
    return Turn.withPlugins(number, List.of(user, "想一想。", calls, body, lines(reply)));
  }

  /// ` // ` breaks a line, `[1]` is `<|1|>`.
  private static String lines(String text) {
    return text.replace(" // ", "\n").replaceAll("\\[(\\d)]", "<|$1|>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // format
        "算 3+4 | Calculate(\"3+4\") | Calculate(\"3+5\") => '8' | 好。 | FORMAT | result_echo",
        "算 2*(3 | Calculate(\"2*(3\") | Calculate(\"2*(3\") => 'No result.' | 抱歉，算不出。 | FORMAT | unreadable_argument",
        "算 3*4，解 x=5 | Solve(\"x=5\"), Calculate(\"3*4\") | Solve(\"x=5\") => // x = 5 // Calculate(\"3*4\") => '12' | 好。 | FORMAT | result_order",
        "画图 | Text2Image(\"cat\") | None | 好。 | FORMAT | plugin_not_enabled",
        // execution
        "算 3*4 | Calculate(\"3*4\") | Calculate(\"3*4\") => '13' | 是13。 | EXECUTION | different",
        "茶呢 | Search(\"茶\") | Search(\"茶\") => // [1]: '茶叶产量为79万吨。' | 79万吨。 | EXECUTION | different",
        "tea? | Search(\"coffee\") | Search(\"coffee\") => // [1]: 'Tea was 30 yuan in 1850.' | 30 yuan. | EXECUTION | fails_here",
        // meaning
        "算 3*4 | Calculate(\"3*4\") | Calculate(\"3*4\") => '12' | 是**13**。 | MEANING | number",
        "What is 3*4? | Calculate(\"3*4\") | Calculate(\"3*4\") => '12' | It is 12<sup>[2]</sup>. | MEANING | citation",
        "tea? | Search(\"tea\"), Search(\"茶\") | Search(\"tea\") => // [1]: 'Tea was 30 yuan in 1850.' // Search(\"茶\") => // [2]: '茶叶产量为78万吨。' | It was 30 yuan<sup>[2]</sup>. | MEANING | wrong_citation",
        "tea? | Search(\"tea\") | Search(\"tea\") => // [1]: 'Tea was 30 yuan in 1850.' | According to Harper Weekly, 30 yuan. | MEANING | source",
        "茶呢 | Search(\"茶\") | Search(\"茶\") => // [1]: '茶叶产量为78万吨。' | 专家说“这是多年以来最好的收成”，78万吨。 | MEANING | quotation",
        "算 7/0 | Calculate(\"7/0\") | Calculate(\"7/0\") => 'No result.' | 结果很大。 | MEANING | hidden_failure",
        "苹果35元，买3斤多少钱？ | Calculate(\"53*3\") | Calculate(\"53*3\") => '159' | 一共159元。 | MEANING | argument_number",
        "算 6*7 | Solve(\"6*7\") | Solve(\"6*7\") => // No result. | 抱歉，没有结果。 | MEANING | wrong_tool",
        "今天苹果多少钱，一共几斤？ | None | None | I cannot tell you anything about these apples. | MEANING | other_language",
      })
  void ofEachKind(
      String user, String calls, String results, String reply, Stage stage, String kind) {
    TurnAudit audit = AUDITOR.audit(META, List.of(turn(1, user, calls, results, reply)), 0);
    assertThat(audit.findings())
        .as(audit.toString())
        .anyMatch(each -> each.stage() == stage && each.kind().equals(kind));
    assertThat(audit.findings()).allMatch(each -> each.turn() == 1 && !each.detail().isBlank());
  }

  @Test
  void theThoughtsGiveNoResultThatNothingSupports() {
    Turn turn =
        Turn.withPlugins(1, List.of("15个人两两握手几次？", "每人和其他人握手，一共是105。", "None", "None", "我来想想。"));
    assertThat(AUDITOR.audit(META, List.of(turn), 0).findings())
        .extracting(AuditFinding::kind)
        .containsExactly("thought_number");
  }

  @Test
  void aTurnIsHeldAgainstTheTurnsBeforeItAndNotAfter() {
    Turn first =
        turn(1, "算 3*4", "Calculate(\"3*4\")", "Calculate(\"3*4\") => '12'", "是12。<sup>[1]</sup>");
    Turn second =
        turn(
            2,
            "And twice that?",
            "Calculate(\"12*2\")",
            "Calculate(\"12*2\") => '24'",
            "From 12 to 24.");
    assertThat(AUDITOR.audit(META, List.of(first, second), 1).isClean()).isTrue();
    Turn tooEarly = turn(1, "算 3*4", "None", "None", "是24。");
    assertThat(AUDITOR.audit(META, List.of(tooEarly, second), 0).inventsNumbers()).isTrue();
  }

  @Test
  void searchesOfATurnAreComparedAsIfCountedFromOne() {
    Turn turn =
        turn(
            1,
            "tea, 茶?",
            "Search(\"tea\"), Search(\"茶\")",
            "Search(\"tea\") => // [1]: 'Tea was 30 yuan in 1850.' // Search(\"茶\") => // [2]: '茶叶产量为78万吨。'",
            "In 1850 it was 30 yuan<sup>[1]</sup>, 产量78万吨<sup>[2]</sup>。");
    TurnAudit audit = AUDITOR.audit(META, List.of(turn), 0);
    assertThat(audit.findings()).isEmpty();
    assertThat(audit.calls()).extracting(CallAudit::verdict).containsOnly(Verdict.EQUAL);
    assertThat(AUDITOR.withoutReplay().audit(META, List.of(turn), 0).calls())
        .extracting(CallAudit::verdict)
        .containsOnly(Verdict.NOT_REPLAYED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3*4, 12, EQUAL",
    "0, 3*4, 12, OTHER_VERSION",
    "1, 3*4, 13, OTHER_OUTPUT",
    "0, 3*4, 13, OTHER_VERSION_OTHER_OUTPUT",
    "1, 3*5, 15, MISSING",
  })
  void receiptsAreComparedByVersionArgumentAndOutput(
      String version, String argument, String output, ReceiptVerdict verdict) throws Exception {
    String installed = Plugins.installed().named("Calculate").orElseThrow().version();
    Conversation dialogue =
        Conversation.of(
            "r",
            META,
            List.of(turn(1, "算 3*4", "Calculate(\"3*4\")", "Calculate(\"3*4\") => '12'", "是12。")));
    Receipt receipt =
        new Receipt(
            "Calculate",
            version.equals("1") ? installed : "older",
            argument,
            sha256(output),
            7,
            null,
            null);
    Lineage lineage =
        new Lineage(List.of(), List.of(), null, null, List.of(), List.of(receipt), List.of());
    DialogueAudit audit = AUDITOR.audit(lineage.writeTo(dialogue));
    assertThat(audit.calls()).extracting(CallAudit::receipt).containsExactly(verdict);
    assertThat(audit.isClean()).isEqualTo(verdict.isGood());
    assertThat(audit.findings(Stage.EXECUTION)).hasSize(verdict.isGood() ? 0 : 1);
  }

  private static String sha256(String text) throws Exception {
    byte[] hash =
        java.security.MessageDigest.getInstance("SHA-256")
            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return java.util.HexFormat.of().formatHex(hash);
  }
}
