package io.mosskit.schema.labels;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.io.Samples;
import io.mosskit.schema.labels.LabelTableOptions.Delimiter;
import io.mosskit.schema.labels.LabelTableOptions.LineEnding;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// Label tables for tests.
final class Tables {

  static final Path FILE = Path.of("labels.csv");

  private static final List<String> FRAGMENTS =
      List.of(
          "'",
          "''",
          "\"",
          "\"\"",
          "=",
          "+",
          "-",
          "@",
          "\t",
          "\r",
          "\n",
          "\r\n",
          " ",
          "\u00A0",
          "　",
          "\uFEFF",
          "\u200B",
          "＝",
          "－",
          ",",
          ";",
          "|",
          "#",
          "\\",
          "…",
          "=1+1",
          "=cmd|'/c calc'!A0",
          "0",
          "7",
          "0012",
          "1e5",
          "3-4",
          "12345678901234567",
          "3.14",
          "½",
          "TRUE",
          "false",
          "月",
          "日",
          "2026年",
          "上午",
          "May",
          "am",
          "中文",
          "绿茶大约八十度。",
          "tea",
          "Hello, world",
          "é",
          "😀",
          "👩‍👩‍👧",
          "\u0000",
          "“",
          "’",
          "１２");

  private Tables() {}

  /// Text made of what is awkward in spreadsheets and CSV, in Chinese and English.
  static String randomCell(Random random) {
    StringBuilder cell = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      cell.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
    }
    return cell.toString();
  }

  /// Options with one of the delimiters, line endings and byte order marks for each number.
  static LabelTableOptions options(int number) {
    return LabelTableOptions.defaults()
        .withDelimiter(Delimiter.values()[Math.floorMod(number, 3)])
        .withLineEnding(LineEnding.values()[Math.floorMod(number, 2)])
        .withByteOrderMark(Math.floorMod(number, 4) < 2);
  }

  static Conversation dialogue(String id, boolean chinese) {
    return chinese ? Samples.chinese(id) : Samples.english(id);
  }

  static List<LabelRow> read(Path file, String... tags) throws IOException {
    try (LabelReader table = LabelTable.open(file, Set.of(tags))) {
      return rows(table);
    }
  }

  static List<LabelRow> read(String table, String... tags) {
    return read(table.getBytes(StandardCharsets.UTF_8), 1 << 20, tags);
  }

  static List<LabelRow> read(byte[] table, int maxRowBytes, String... tags) {
    try (TableText text = new TableText(FILE, new ByteArrayInputStream(table), maxRowBytes);
        LabelReader reader = LabelReader.of(text, Set.of(tags))) {
      return rows(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<LabelRow> rows(LabelReader table) {
    List<LabelRow> rows = new ArrayList<>();
    table.forEach(rows::add);
    return rows;
  }

  static List<Label> labels(List<LabelRow> rows) {
    List<Label> labels = new ArrayList<>();
    for (LabelRow row : rows) {
      if (row instanceof LabelRow.Labelled labelled) {
        labels.add(labelled.label());
      }
    }
    return labels;
  }

  static List<Rejection> rejections(List<LabelRow> rows) {
    List<Rejection> rejections = new ArrayList<>();
    for (LabelRow row : rows) {
      if (row instanceof LabelRow.Rejected(Rejection rejection)) {
        rejections.add(rejection);
      }
    }
    return rejections;
  }
}
