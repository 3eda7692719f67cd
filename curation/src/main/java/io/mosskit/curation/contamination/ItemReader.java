package io.mosskit.curation.contamination;

import io.mosskit.schema.io.Compression;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.io.ValueEntry;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Reads the items of one file.
@FunctionalInterface
interface ItemReader {

  /// An object an item.
  ItemReader JSON = ItemReader::values;

  /// A row an item.
  ItemReader COMMAS = (file, fields) -> rows(file, fields, CSVFormat.RFC4180);

  /// A row an item, cells apart by tabs.
  ItemReader TABS =
      (file, fields) -> rows(file, fields, CSVFormat.RFC4180.builder().setDelimiter('\t').get());

  /// A paragraph an item.
  ItemReader PARAGRAPHS = (file, _) -> paragraphs(file);

  char BYTE_ORDER_MARK = '\uFEFF';

  List<EvaluationItem> read(Path file, ItemFields fields) throws IOException;

  private static List<EvaluationItem> values(Path file, ItemFields fields) throws IOException {
    List<EvaluationItem> items = new ArrayList<>();
    Corpus corpus = Corpus.of(List.of(file), ReadOptions.defaults(), Set.of(FileKind.values()));
    try (Scan<ValueEntry> scan = corpus.scanValues(Function.identity())) {
      for (ValueEntry entry : scan) {
        switch (entry) {
          case ValueEntry.Rejected(var rejection) -> {
            long line = rejection.origin() == null ? 1 : rejection.origin().line();
            throw broken(file, line, rejection.detail());
          }
          case ValueEntry.Accepted(Json record, Origin origin) ->
              items.add(item(record, origin, fields));
        }
      }
    }
    return items;
  }

  private static List<EvaluationItem> rows(Path file, ItemFields fields, CSVFormat format)
      throws IOException {
    List<EvaluationItem> items = new ArrayList<>();
    List<String> header = null;
    long line = 1;
    try (BufferedReader text = open(file);
        CSVParser rows = CSVParser.parse(text, format)) {
      for (CSVRecord row : rows) {
        List<String> cells = row.toList();
        if (line == 1 && fields.isHeader(cells)) {
          header = cells;
        } else if (!cells.stream().allMatch(String::isBlank)) {
          items.add(
              item(header, cells, new Origin(file, line, row.getCharacterPosition()), fields));
        }
        line = rows.getCurrentLineNumber() + 1;
      }
    } catch (UncheckedIOException e) {
      throw explained(file, line, Objects.requireNonNull(e.getCause()));
    } catch (CharacterCodingException e) {
      throw explained(file, line, e);
    }
    return items;
  }

  private static EvaluationItem item(
      @Nullable List<String> header, List<String> cells, Origin origin, ItemFields fields)
      throws IOException {
    if (header == null) {
      if (!fields.named().isEmpty()) {
        throw broken(
            origin.file(),
            origin.line(),
            "expected a header with the fields %s, found %s".formatted(fields.named(), cells));
      }
      return new EvaluationItem(origin.defaultId(), cells);
    }
    ObjBuilder record = Json.object();
    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
      record.put(header.get(i).strip(), cells.get(i));
    }
    return item(record.build(), origin, fields);
  }

  private static EvaluationItem item(Json record, Origin origin, ItemFields fields)
      throws IOException {
    List<String> texts = fields.texts(record);
    if (texts.isEmpty()) {
      throw broken(
          origin.file(),
          origin.line(),
          "no text in %s; name the fields of an item with --fields"
              .formatted(
                  record instanceof Json.Obj object ? object.members().keySet() : "this value"));
    }
    return new EvaluationItem(ItemFields.id(record).orElseGet(origin::defaultId), texts);
  }

  private static List<EvaluationItem> paragraphs(Path file) throws IOException {
    List<EvaluationItem> items = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    long begun = 1;
    long line = 1;
    try (BufferedReader text = open(file)) {
      for (String next = text.readLine(); next != null; next = text.readLine()) {
        if (next.isBlank()) {
          add(paragraph, file, begun, items);
        } else {
          begun = paragraph.isEmpty() ? line : begun;
          paragraph.append(next).append('\n');
        }
        line++;
      }
    } catch (CharacterCodingException e) {
      throw explained(file, line, e);
    }
    add(paragraph, file, begun, items);
    return items;
  }

  private static void add(
      StringBuilder paragraph, Path file, long line, List<EvaluationItem> items) {
    if (!paragraph.isEmpty()) {
      String id = new Origin(file, line, 0).defaultId();
      items.add(new EvaluationItem(id, List.of(paragraph.toString())));
      paragraph.setLength(0);
    }
  }

  /// Opens a text behind its byte order mark, if it has one.
  private static BufferedReader open(Path file) throws IOException {
    BufferedReader text =
        new BufferedReader(
            new InputStreamReader(Compression.open(file), StandardCharsets.UTF_8.newDecoder()));
    text.mark(1);
    if (text.read() != BYTE_ORDER_MARK) {
      text.reset();
    }
    return text;
  }

  private static IOException explained(Path file, long line, IOException e) {
    return switch (e) {
      case CharacterCodingException _ ->
          broken(file, line, "expected UTF-8 here or soon after; convert the file");
      case CSVException _ ->
          broken(file, line, "expected a row of cells; close its quotes, and double those inside");
      default -> e;
    };
  }

  private static IOException broken(Path file, long line, String what) {
    return new FileSystemException(file.toString(), null, "line " + line + ": " + what);
  }
}
