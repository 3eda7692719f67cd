package io.mosskit.schema.labels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.schema.Category;
import io.mosskit.schema.io.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadsLabelTablesTest {

  @TempDir Path folder;

  /// Saved by an Excel with decimal commas after columns were moved and one was added: semicolons,
  /// CRLF, a byte order mark, line feeds inside cells, a row that was emptied, and no delimiters
  /// after the last filled column of a block of rows.
  private static final String EXCEL =
      "\uFEFF"
          + """
          category;id;Prüfer;confidence;origin;annotator;at;note;first_user_turn
          writing;'0012;Jörg;0,9;human;王芳;2026-11-22T10:00:00Z;"写得好
          ""sehr"" gut";'=SUM(1;1)
          ;;;;;;;;
          role-playing;moss-3;;9E-05;model;judge-v1;2026-11-22T18:00:00+08:00;;你好
          有趣;57
          ;58
          """
              .replace("\n", "\r\n")
              .replace("好\r\n", "好\n")
              .replace("'=SUM(1;1)", "\"'=SUM(1;1)\"");

  /// Saved by LibreOffice with its defaults: commas, LF, no byte order mark, cells as shown.
  private static final String LIBRE_OFFICE =
      """
      id,language,turns,first_user_turn,last_reply,category,confidence,origin,annotator,at,note
      '0012,zh,2,泡茶用多少度的水合适？,"绿茶大约八十度，红茶可以用沸水。",writing,0.9,human,王芳,2026-11-22T10:00:00Z,"写得好, ""very"" good"
      '12345678901234567,en,1,"Seven, or
      eight?",'- Seven,Code,1,,,,
      '-3,en,1,"=no formula"" inside",ok,honest,,rule,,,'TRUE
      """;

  private static Label human(String id, String category) {
    return new Label(id, category, null, LabelOrigin.HUMAN, null, null, null);
  }

  @Test
  void aTableThatExcelSaved() {
    List<LabelRow> rows = Tables.read(EXCEL, "有趣");
    Instant at = Instant.parse("2026-11-22T10:00:00Z");
    Label writing =
        new Label("0012", "writing", 0.9, LabelOrigin.HUMAN, "王芳", at, "写得好\n\"sehr\" gut");
    Label playing =
        new Label("moss-3", "role-playing", 9e-5, LabelOrigin.MODEL, "judge-v1", at, null);
    assertThat(rows)
        .containsExactly(
            new LabelRow.Labelled(writing, Map.of("Prüfer", "Jörg"), at(EXCEL, 2, "writing;")),
            new LabelRow.Labelled(playing, Map.of(), at(EXCEL, 5, "role-")),
            new LabelRow.Labelled(human("57", "有趣"), Map.of(), at(EXCEL, 6, "有趣;57")),
            new LabelRow.Unlabelled("58", Map.of(), at(EXCEL, 7, ";58")));
  }

  private static Origin at(String table, long line, String start) {
    int offset = table.substring(0, table.indexOf(start)).getBytes(UTF_8).length;
    return new Origin(Tables.FILE, line, offset);
  }

  @Test
  void aTableThatLibreOfficeSaved() {
    Label writing =
        new Label(
            "0012",
            "writing",
            0.9,
            LabelOrigin.HUMAN,
            "王芳",
            Instant.parse("2026-11-22T10:00:00Z"),
            "写得好, \"very\" good");
    Label code = new Label("12345678901234567", "code", 1.0, LabelOrigin.HUMAN, null, null, null);
    Label honest = new Label("-3", "honest", null, LabelOrigin.RULE, null, null, "TRUE");
    List<LabelRow> rows = Tables.read(LIBRE_OFFICE);
    assertThat(Tables.labels(rows)).containsExactly(writing, code, honest);
    assertThat(rows)
        .extracting(row -> ((LabelRow.Labelled) row).origin().line())
        .containsExactly(2L, 3L, 5L);
  }

  @Test
  void aTableThatAScriptWrote() {
    assertThat(Tables.labels(Tables.read("ID\tCategory\na1\tcode\n茶\tSwitching")))
        .containsExactly(human("a1", "code"), human("茶", "switching"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "id,category\na,code\n茶,honest\n",
        "id;category\na;code\n茶;honest\n",
        "id\tcategory\na\tcode\n茶\thonest\n",
        "category,id\ncode,a\nhonest,茶\n",
        " Category , ID \ncode,a\nhonest,茶\n",
        "\uFEFFid,category\na,code\n茶,honest\n",
        "\uFEFF\"id\",\"category\"\r\n\"a\",\"code\"\r\n\"茶\",\"honest\"\r\n",
        "id,category\ra,code\r茶,honest\r",
        "id,category\n\na,code\n,\n \n茶,honest",
        "id,category,,\na,code,,\n茶,honest,,,,\n",
        "id;category;a,b,c\na;code;1,2,3\n茶;honest;一,二,三\n",
        "\"备注\nnotes\",id,category\n好,a,code\n,茶,honest\n",
        "id,category\na, CODE \n茶,\" Honest\"\n",
        "id,category,note\na,\"code\" ,\n茶,honest\n",
      })
  void theFormsOfATableAreOne(String table) {
    List<LabelRow> rows = Tables.read(table);
    assertThat(Tables.labels(rows)).containsExactly(human("a", "code"), human("茶", "honest"));
    assertThat(rows).hasSize(2);
  }

  @Test
  void unknownColumnsAreReportedAndTheirCellsKept() throws IOException {
    String table =
        """
        id,难度,category,,'=x,难度
        a,高,code,三,'=1,again
        茶,,honest
        """;
    try (TableText text =
            new TableText(Tables.FILE, new ByteArrayInputStream(table.getBytes(UTF_8)), 1 << 20);
        LabelReader reader = LabelReader.of(text, Set.of())) {
      assertThat(reader.unknownColumns()).containsExactly("难度", "=x", "column 6");
      assertThat(reader)
          .extracting(row -> ((LabelRow.Labelled) row).beside().toString())
          .containsExactly("{难度=高, column 4=三, =x==1, column 6=again}", "{}");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0.8|0.8", "0|0", "1.|1", ".5|0.5", "'0,25'|0.25", "1E-3|0.001", "' 0.5 '|0.5"})
  void theSpellingsOfAConfidence(String cell, double confidence) {
    String table = "id;category;confidence\n茶;code;" + cell + "\n";
    assertThat(Tables.labels(Tables.read(table)).getFirst().confidence()).isEqualTo(confidence);
  }

  @Test
  void tagsAreKeptAsTheyWereNamed() {
    String table = "id,category\na,GOOD Answer\n茶, 好答案\nb,rp\n";
    assertThat(Tables.labels(Tables.read(table, "Good answer", "好答案")))
        .containsExactly(
            human("a", "Good answer"),
            human("茶", "好答案"),
            Label.of("b", Category.ROLE_PLAYING, LabelOrigin.HUMAN));
  }

  @Test
  void aTableWithoutRows() {
    assertThat(Tables.read("id,category\r\n")).isEmpty();
  }

  @Test
  void aTableIsReadOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("labels.csv"), "id,category\n茶,code\n");
    try (LabelReader table = LabelTable.open(file)) {
      Iterator<LabelRow> rows = table.iterator();
      assertThat(rows.next()).isInstanceOf(LabelRow.Labelled.class);
      assertThat(rows.hasNext()).isFalse();
      assertThatThrownBy(rows::next).isInstanceOf(NoSuchElementException.class);
      assertThatIllegalStateException().isThrownBy(table::iterator);
    }
  }

  @Test
  void whatCannotBeOpenedSaysSo() throws IOException {
    assertThatThrownBy(() -> LabelTable.open(folder.resolve("没有.csv")))
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> LabelTable.open(folder)).isInstanceOf(IOException.class);
    Path file = Files.writeString(folder.resolve("labels.csv"), "id,category\n茶,code\n");
    assertThatIllegalArgumentException().isThrownBy(() -> LabelTable.open(file, Set.of("好", " ")));
  }
}
