package io.mosskit.inference.eval;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads the items of a task: JSON lines, or CSV with a header as C-Eval and CMMLU have it, or
/// without one as MMLU (question, choices, letter).
public final class ItemFile {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private ItemFile() {}

  /// The items of a file, in their order.
  ///
  /// @throws IOException naming the line of an item that cannot be read: a task with holes measures
  ///   something else
  public static List<Item> read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    String stem = name.replaceFirst("\\..*", "");
    List<Item> items = name.endsWith(".csv") ? rows(file, stem) : lines(file, stem);
    if (items.isEmpty()) {
      throw broken(file, 1, "no item");
    }
    if (items.stream().map(Item::id).distinct().count() < items.size()) {
      return numbered(items);
    }
    return items;
  }

  /// Ids that come twice tell nothing: the place does.
  private static List<Item> numbered(List<Item> items) {
    List<Item> numbered = new ArrayList<>();
    for (Item item : items) {
      numbered.add(
          new Item(
              item.id() + "#" + (numbered.size() + 1),
              item.fields(),
              item.choices(),
              item.gold(),
              item.answers()));
    }
    return numbered;
  }

  private static List<Item> lines(Path file, String stem) throws IOException {
    List<Item> items = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replace(BYTE_ORDER_MARK, "");
      if (line.isBlank()) {
        continue;
      }
      try {
        if (!(Json.parse(line) instanceof Json.Obj record)) {
          throw broken(file, i + 1, "expected a JSON object");
        }
        items.add(item(file, i + 1, record, stem));
      } catch (JsonException e) {
        throw broken(file, i + 1, "no JSON: " + e.getMessage());
      }
    }
    return items;
  }

  private static List<Item> rows(Path file, String stem) throws IOException {
    List<Item> items = new ArrayList<>();
    List<String> header = null;
    int row = 0;
    try (Reader text = Files.newBufferedReader(file);
        CSVParser rows = CSVParser.parse(text, CSVFormat.RFC4180)) {
      for (CSVRecord cells : rows) {
        row++;
        List<String> values =
            cells.stream().map(cell -> cell.replace(BYTE_ORDER_MARK, "")).toList();
        if (row == 1 && isHeader(values)) {
          header = values.stream().map(ItemFile::column).toList();
        } else if (!values.stream().allMatch(String::isBlank)) {
          items.add(item(file, row, record(header, values), stem));
        }
      }
    }
    return items;
  }

  private static boolean isHeader(List<String> cells) {
    return cells.stream().map(ItemFile::column).toList().containsAll(List.of("question", "answer"));
  }

  /// `Question` as CMMLU spells it; its first column, which numbers the rows, has no name.
  private static String column(String cell) {
    String name = cell.strip();
    return name.isEmpty() ? "id" : name.length() == 1 ? name : name.toLowerCase(Locale.ROOT);
  }

  private static Json.Obj record(@Nullable List<String> header, List<String> cells) {
    ObjBuilder record = Json.object();
    for (int i = 0; i < cells.size(); i++) {
      record.put(name(header, i, cells.size()), cells.get(i));
    }
    return record.build();
  }

  private static String name(@Nullable List<String> header, int column, int columns) {
    if (header != null) {
      return column < header.size() ? header.get(column) : "column " + (column + 1);
    }
    return column == 0 ? "question" : column == columns - 1 ? "answer" : Item.letter(column - 1);
  }

  private static Item item(Path file, int line, Json.Obj record, String stem) throws IOException {
    try {
      return ItemFields.item(record, stem + "-" + line);
    } catch (IllegalArgumentException e) {
      throw broken(file, line, String.valueOf(e.getMessage()));
    }
  }

  private static FileSystemException broken(Path file, int line, String what) {
    return new FileSystemException(file.toString(), null, "line " + line + ": " + what);
  }
}
