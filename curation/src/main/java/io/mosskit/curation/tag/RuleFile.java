package io.mosskit.curation.tag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// Reads rules from CSV: the columns `facet,value,field,query,confidence`, in this order, under a
/// header. Lines that begin with `#` are remarks.
final class RuleFile {

  private static final List<String> COLUMNS =
      List.of("facet", "value", "field", "query", "confidence");

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setCommentMarker('#').setIgnoreEmptyLines(true).get();

  private final String name;
  private final List<Rule> rules = new ArrayList<>();

  private RuleFile(String name) {
    this.name = name;
  }

  /// @param name of the file, for errors
  /// @throws IOException naming file and line of the first row that is no rule
  static List<Rule> read(Reader text, String name) throws IOException {
    RuleFile file = new RuleFile(name);
    try (CSVParser rows = CSVParser.parse(new BufferedReader(text), FORMAT)) {
      boolean header = true;
      for (CSVRecord row : rows) {
        if (header) {
          file.requireHeader(row);
          header = false;
        } else {
          file.rules.add(file.rule(row, rows.getCurrentLineNumber()));
        }
      }
    } catch (CharacterCodingException e) {
      throw Tables.broken(name, e);
    } catch (UncheckedIOException e) {
      throw Tables.broken(name, Objects.requireNonNull(e.getCause()));
    }
    if (file.rules.isEmpty()) {
      throw new IOException(name + ": no rules; expected a row for each below " + COLUMNS);
    }
    return List.copyOf(file.rules);
  }

  private void requireHeader(CSVRecord row) throws IOException {
    List<String> columns =
        row.toList().stream().map(cell -> cell.replace("\uFEFF", "").strip()).toList();
    if (!columns.equals(COLUMNS)) {
      throw new IOException(
          name
              + ":1: expected the header "
              + String.join(",", COLUMNS)
              + ", found "
              + String.join(",", columns));
    }
  }

  private Rule rule(CSVRecord row, long line) throws IOException {
    if (row.size() != COLUMNS.size()) {
      throw wrong(line, COLUMNS.size() + " cells", row.size() + "; quote cells that hold commas");
    }
    String facet = row.get(0).strip();
    String value = row.get(1).strip();
    if (facet.isEmpty() || value.isEmpty()) {
      throw wrong(line, "a facet and a value", "an empty cell");
    }
    Rule.Field field =
        Rule.Field.named(row.get(2).strip())
            .orElseThrow(() -> wrong(line, "the field first, user or reply", row.get(2)));
    return new Rule(
        facet, value, field, row.get(3).strip(), confidence(row.get(4).strip(), line), line);
  }

  private double confidence(String text, long line) throws IOException {
    try {
      double confidence = Double.parseDouble(text);
      if (confidence >= 0 && confidence <= 1) {
        return confidence;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw wrong(line, "a confidence from 0 to 1", text);
  }

  private IOException wrong(long line, String expected, String found) {
    return new IOException(name + ":" + line + ": expected " + expected + ", found " + found);
  }
}
