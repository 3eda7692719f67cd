package io.mosskit.schema.labels;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Divides the text of a table into rows and cells. Where quoting is broken, only the first line of
/// that row is given up and reading goes on with the next line. Lines that the broken row had
/// swallowed may be rows of their own or the rest of it; they come out marked as doubtful.
final class RowCutter {

  /// A stretch of the table.
  sealed interface Cut {}

  /// A row.
  ///
  /// @param doubtful whether it may be only a part of a row: the rest of a broken one before it, or
  ///   the beginning of one that the end of the file cuts off
  record Cells(List<String> cells, Origin origin, boolean doubtful) implements Cut {}

  /// A stretch that cannot be divided into cells.
  record Broken(Rejection rejection) implements Cut {}

  private final TableText text;
  private final CSVFormat format;
  private CSVParser parser;
  private Iterator<CSVRecord> records;
  private long linesBeforeParser;
  private long doubtfulTo;

  /// Begins at the first line, which must still be held or unread.
  RowCutter(TableText text, LabelTableOptions.Delimiter delimiter) throws IOException {
    this.text = text;
    this.format = LabelTable.format(delimiter);
    text.goTo(1);
    this.parser = CSVParser.parse(text, format);
    this.records = parser.iterator();
  }

  /// The next row, null after the last. Until the next call the text holds its lines.
  @Nullable Cut next() throws IOException {
    long first = linesRead() + 1;
    text.forgetBefore(first);
    try {
      if (!records.hasNext()) {
        return null;
      }
      List<String> cells = records.next().toList();
      long last = linesRead();
      return text.isCut(first, last)
          ? giveUp(first)
          : new Cells(cells, text.origin(first), first <= doubtfulTo || text.isTorn(last));
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CSVException) {
        return giveUp(first);
      }
      throw e.getCause();
    }
  }

  private long linesRead() {
    return linesBeforeParser + parser.getCurrentLineNumber();
  }

  /// Rejects that line and begins again after it.
  private Cut giveUp(long line) throws IOException {
    Broken broken = new Broken(fault().rejection(text.origin(line), text.json(line)));
    doubtfulTo = text.linesRead();
    text.goTo(line + 1);
    parser = CSVParser.parse(text, format);
    records = parser.iterator();
    linesBeforeParser = line;
    return broken;
  }

  private Fault fault() {
    if (text.isFull()) {
      return Fault.of(
          Fault.Kind.TOO_LONG,
          "the row that begins here has more than %d bytes; shorten it, or close its quote"
              .formatted(text.limit()));
    }
    return text.isExhausted()
        ? Fault.of(
            Fault.Kind.UNCLOSED_QUOTE,
            "a cell of this row opens a quote that nothing closes before the file ends; close it")
        : Fault.of(
            Fault.Kind.BROKEN_QUOTE,
            "a cell of this row goes on after its closing quote; double the quotes inside a cell");
  }
}
