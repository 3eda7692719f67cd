package io.mosskit.schema.labels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A bad row gets a reason that names file, line and column, and the reading goes on.
class RejectsLabelRowsTest {

  private static final String HEADER = "id,category,confidence,origin,at,note\n";
  private static final String GOOD = "茶,writing,0.9,human,2026-11-22T10:00:00Z,\"好\ngood\"\n";
  private static final String LAST = "last,code,,,,\n";

  /// What comes of a bad stretch between good rows.
  private static List<Rejection> rejectionsOf(byte[] bad) {
    ByteArrayOutputStream table = new ByteArrayOutputStream();
    table.writeBytes((HEADER + GOOD).getBytes(UTF_8));
    table.writeBytes(bad);
    table.writeBytes(("\n" + LAST).getBytes(UTF_8));
    List<LabelRow> rows = Tables.read(table.toByteArray(), 1 << 20, "有趣");
    assertThat(Tables.labels(rows)).extracting(Label::id).startsWith("茶").endsWith("last");
    List<Rejection> rejections = Tables.rejections(rows);
    int offset = (HEADER + GOOD).getBytes(UTF_8).length;
    assertThat(rejections.getFirst().origin()).isEqualTo(new Origin(Tables.FILE, 4, offset));
    assertThat(rejections.getFirst().stage()).isEqualTo("read");
    return rejections;
  }

  private static Rejection rejectionOf(String bad) {
    List<Rejection> rejections = rejectionsOf(bad.getBytes(UTF_8));
    assertThat(rejections).hasSize(1);
    return rejections.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          b,wirting,,,,              | unknown_category | category: expected one of brainstorming, code, complex-instruction, role-playing, writing, harmless, honest, continue, switching, web-search, calculator, equation-solver, text-to-image, mix, 有趣, found "wirting"
          b,写作,,,,                 | unknown_category | found "写作"
          b,code,1.5,,,              | bad_confidence   | confidence: expected a number from 0 to 1 such as 0.8, found "1.5"
          b,code,-0.5,,,             | bad_confidence   | found "-0.5"
          b,code,很高,,,             | bad_confidence   | found "很高"
          b,code,NaN,,,              | bad_confidence   | found "NaN"
          b,code,1e999,,,            | bad_confidence   | found "1e999"
          b,code,80%,,,              | bad_confidence   | found "80%"
          b,code,,somebody,,         | unknown_origin   | origin: expected human, rule, model or declared, found "somebody"
          b,code,,人,,               | unknown_origin   | found "人"
          b,code,,,2026/11/22 10:00, | bad_time         | at: expected a time with its zone such as 2026-11-22T10:00:00Z, found "2026/11/22 10:00"
          b,code,,,昨天,             | bad_time         | found "昨天"
          ,code,,,,                  | missing_id       | id: expected the id of a dialogue, found ""
          ,,,,,好                    | missing_id       | id: expected the id of a dialogue
          b,code,,,,one, two         | cell_count       | expected 6 cells as in the header, found 7; quote cells that hold delimiters
          茶,code,,,,                | duplicate_id     | id: expected each id once, found "茶" here and on line 2, which counts; delete one
          茶,,,,,                    | duplicate_id     | and on line 2
          """)
  void aRowThatSaysSomethingImpossible(String row, String reason, String detail) {
    Rejection rejection = rejectionOf(row);
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).contains(detail);
    assertThat(rejection.toString()).startsWith("labels.csv:4: " + reason + ": ");
  }

  @Test
  void theRejectionHoldsTheRowAndWhatDecided() {
    Rejection rejection = rejectionOf("b,wirting,0.5,,,'=note");
    assertThat(rejection.values())
        .isEqualTo(Json.object().put("column", "category").put("found", "wirting").build());
    assertThat(rejection.record())
        .isEqualTo(
            Json.object()
                .put("id", "b")
                .put("category", "wirting")
                .put("confidence", "0.5")
                .put("note", "'=note")
                .build());
  }

  @Test
  void aLongCellIsShownInPart() {
    String detail = rejectionOf("b," + "错".repeat(500) + ",,,,").detail();
    assertThat(detail).endsWith("错…\"").hasSizeLessThan(300);
  }

  @Test
  void aRejectedRowDoesNotTakeItsId() {
    String table = "id,category\n茶,wirting\n茶,writing\n";
    List<LabelRow> rows = Tables.read(table);
    assertThat(Tables.rejections(rows))
        .extracting(Rejection::reason)
        .containsExactly("unknown_category");
    assertThat(Tables.labels(rows)).extracting(Label::category).containsExactly("writing");
  }

  @Test
  void bytesThatAreNoUtf8AreKept() {
    byte[] gbk = "b,code,,,,很好".getBytes(Charset.forName("GBK"));
    Rejection rejection = rejectionsOf(gbk).getFirst();
    assertThat(rejection.reason()).isEqualTo("broken_utf8");
    assertThat(rejection.detail())
        .isEqualTo("note: expected UTF-8, found other bytes; save the table as \"CSV UTF-8\"");
    assertThat(rejection.record())
        .isEqualTo(
            Json.object()
                .put("id", "b")
                .put("category", "code")
                .put("note", Json.object().put("base64", "uty6ww==").build())
                .build());
  }

  @Test
  void aQuoteThatEndsTooEarlyCostsItsLineOnly() {
    List<Rejection> rejections = rejectionsOf("b,code,,,,\"he said \"hi\"\"".getBytes(UTF_8));
    assertThat(rejections).hasSize(1);
    assertThat(rejections.getFirst().reason()).isEqualTo("broken_quote");
    assertThat(rejections.getFirst().record())
        .isEqualTo(Json.object().put("text", "b,code,,,,\"he said \"hi\"\"").build());
  }

  @Test
  void aQuoteThatSwallowsTheNextRowsCostsItsLineOnly() {
    String bad = "b,code,,,,\"没有结束\nc,honest,,,,\"好 good\"\nd,harmless,,,,plain";
    byte[] table = (HEADER + GOOD + bad + "\n" + LAST).getBytes(UTF_8);
    List<LabelRow> rows = Tables.read(table, 1 << 20);
    assertThat(Tables.labels(rows)).extracting(Label::id).containsExactly("茶", "c", "d", "last");
    assertThat(rejectionsOf(bad.getBytes(UTF_8)))
        .extracting(Rejection::reason)
        .containsExactly("broken_quote");
  }

  @Test
  void aQuoteLeftOpenToTheEndOfTheFileCostsItsLineOnly() {
    Rejection rejection = rejectionOf("b,code,,,,\"没有结束");
    assertThat(rejection.reason()).isEqualTo("unclosed_quote");
    assertThat(rejection.detail()).contains("nothing closes before the file ends");
  }

  @Test
  void whatAnOpenQuoteSwallowedIsBelievedOnlyWithAsManyCellsAsTheHeader() {
    String bad = "b,code,,,,\"第一行\nc,honest\n第二行, and so on";
    List<Rejection> rejections = rejectionsOf(bad.getBytes(UTF_8));
    assertThat(rejections)
        .extracting(Rejection::reason)
        .containsExactly("unclosed_quote", "cell_count", "cell_count");
    assertThat(rejections.get(1).detail()).contains("look for a quote left open above");
    assertThat(rejections)
        .extracting(rejection -> rejection.origin().line())
        .containsExactly(4L, 5L, 6L);
  }

  @ParameterizedTest
  @CsvSource({"'茶,code,0.8,', 0", "'茶,code,0.8,,,', 1", "'茶,code,0.8,,,好', 1", "'茶,code,0.8\n', 1"})
  void aShortLastRowWithoutALineBreakWasCutOff(String row, int labels) {
    List<LabelRow> rows = Tables.read(HEADER + row);
    assertThat(Tables.labels(rows)).hasSize(labels);
    assertThat(rows).hasSize(1);
    assertThat(Tables.rejections(rows))
        .allSatisfy(rejection -> assertThat(rejection.detail()).endsWith("a file that was cut off"))
        .hasSize(1 - labels);
  }

  @Test
  void aBrokenLineIsKeptAsItsBytesWhereItIsNoUtf8() {
    byte[] gbk = "b,code,,,,\"没有结束".getBytes(Charset.forName("GBK"));
    Json record = rejectionsOf(gbk).getFirst().record();
    assertThat(((Json.Obj) record).string("base64")).startsWith("Yixjb2RlLCwsLCL");
  }

  @Test
  void aRowThatIsTooLongIsNotHeld() {
    String huge = "b,code,,,,\"" + "长long".repeat(1_000) + "\"\n";
    String manyLines = "c,code,,,,\"" + "行\n".repeat(1_000) + "\"\n";
    String plain = "d,code,,,,一" + "long".repeat(1_000) + "\n";
    byte[] table = (HEADER + GOOD + huge + manyLines + plain + LAST).getBytes(UTF_8);
    List<LabelRow> rows = Tables.read(table, 500);
    assertThat(Tables.labels(rows)).extracting(Label::id).containsExactly("茶", "last");
    List<Rejection> rejections = Tables.rejections(rows);
    assertThat(rejections.get(0).reason()).isEqualTo("too_long");
    assertThat(rejections.get(0).detail()).contains("more than 500 bytes");
    assertThat(((Json.Obj) rejections.get(0).record()).get("bytes")).isEqualTo(Json.of(7_013));
    assertThat(rejections.get(1).reason()).isEqualTo("too_long");
    assertThat(rejections.get(1).origin().line()).isEqualTo(5);
    assertThat(rejections.getLast().reason()).isEqualTo("too_long");
    assertThat(((Json.Obj) rejections.getLast().record()).string("head")).startsWith("d,code,,,,一");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                       | missing_column   | found an empty file
          'a1,code'                | missing_column   | expected a header row with the columns id and category, found "a1 | code"; nothing is read
          '编号,类别'              | missing_column   | found "编号 | 类别"
          'id,note'                | missing_column   | found "id | note"
          'id,category,Category'   | duplicate_column | category: expected one such column, found several; nothing is read
          '"id,category'           | unclosed_quote   | nothing closes before the file ends
          '"id"x,category'         | broken_quote     | goes on after its closing quote
          """)
  void aTableWithoutAHeaderThatCanBeRead(String header, String reason, String detail) {
    String table = header.isEmpty() ? "" : header + "\n茶,code\n";
    List<LabelRow> rows = Tables.read(table);
    assertThat(rows).hasSize(1);
    Rejection rejection = Tables.rejections(rows).getFirst();
    assertThat(rejection.reason()).isEqualTo(reason);
    assertThat(rejection.detail()).contains(detail);
    assertThat(rejection.origin()).hasToString("labels.csv:1");
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE, '\uFEFFid\tcategory\n茶\tcode\n'", "GBK, 'id,category,备注\n茶,code,\n'"})
  void aTableInAnotherEncodingIsToldAtOnce(String encoding, String table) {
    List<LabelRow> rows = Tables.read(table.getBytes(Charset.forName(encoding)), 1 << 20);
    assertThat(Tables.rejections(rows)).hasSize(1);
    assertThat(Tables.rejections(rows).getFirst().reason()).isEqualTo("broken_utf8");
    assertThat(rows).hasSize(1);
  }

  @Test
  void aFileThatBreaksOff() throws IOException {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("磁盘 disk");
          }
        };
    InputStream good = new ByteArrayInputStream((HEADER + GOOD).getBytes(UTF_8));
    List<LabelRow> rows = new ArrayList<>();
    try (TableText text =
            new TableText(Tables.FILE, new SequenceInputStream(good, broken), 1 << 20);
        LabelReader table = LabelReader.of(text, Set.of())) {
      table.forEach(rows::add);
    }
    assertThat(Tables.labels(rows)).extracting(Label::id).containsExactly("茶");
    Rejection rejection = Tables.rejections(rows).getFirst();
    assertThat(rejection.toString())
        .startsWith("labels.csv:3: unreadable_file: reading stops after this line")
        .contains("磁盘 disk");
  }

  @Test
  void wellFormedUtf8IsNotBrokenAndEveryByteStringComesBack() {
    assertThat(LenientUtf8.isBroken("茶 tea 👩‍👩‍👧 \uFFFD \uFEFF")).isFalse();
    for (int first = 0; first < 256; first++) {
      byte[] bytes = {(byte) 0xE8, (byte) 0x8C, (byte) first, 'a', (byte) first, (byte) 0xF0, 'b'};
      String text = LenientUtf8.decode(bytes);
      assertThat(LenientUtf8.encode(text)).isEqualTo(bytes);
      assertThat(LenientUtf8.isBroken(text)).isTrue();
    }
    byte[] emoji = "😀é茶".getBytes(StandardCharsets.UTF_8);
    assertThat(LenientUtf8.encode(LenientUtf8.decode(emoji))).isEqualTo(emoji);
  }
}
