package io.mosskit.schema.labels;

import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelTableOptions.Delimiter;
import io.mosskit.schema.labels.RowCutter.Broken;
import io.mosskit.schema.labels.RowCutter.Cells;
import io.mosskit.schema.labels.RowCutter.Cut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a label table row by row, holding one row at a time and the ids of all before it. To be
/// iterated once, by one thread; iterating throws nothing, since what cannot be read is a row too.
/// A table without a header that can be read is one rejection.
public final class LabelReader implements Iterable<LabelRow>, AutoCloseable {

  private static final int MAX_ROW_BYTES = 1 << 20;

  private final TableText text;
  private final Iterator<LabelRow> rows;
  private final List<String> unknownColumns;
  private boolean begun;

  private LabelReader(TableText text, Iterator<LabelRow> rows, List<String> unknownColumns) {
    this.text = text;
    this.rows = rows;
    this.unknownColumns = List.copyOf(unknownColumns);
  }

  static LabelReader open(Path file, Set<String> tags) throws IOException {
    return of(new TableText(file, Files.newInputStream(file), MAX_ROW_BYTES), tags);
  }

  static LabelReader of(TableText text, Set<String> tags) throws IOException {
    try {
      RowCutter cutter = new RowCutter(text, delimiter(text));
      return switch (cutter.next()) {
        case null -> rejected(text, Header.absent(text.end()));
        case Broken(Rejection rejection) -> rejected(text, rejection);
        case Cells(List<String> cells, Origin origin, boolean _) -> {
          Fault fault = Header.fault(cells);
          if (fault != null) {
            yield rejected(text, fault.rejection(origin, text.json(1)));
          }
          Header header = Header.of(cells);
          RowParser parser = new RowParser(header, tags);
          yield new LabelReader(text, new Rows(text, cutter, parser), header.unknown());
        }
      };
    } catch (IOException e) {
      text.close();
      throw e;
    }
  }

  private static LabelReader rejected(TableText text, Rejection rejection) {
    LabelRow only = new LabelRow.Rejected(rejection);
    return new LabelReader(text, List.of(only).iterator(), List.of());
  }

  /// The delimiter by which the first row shows the most known columns.
  private static Delimiter delimiter(TableText text) throws IOException {
    Delimiter best = Delimiter.COMMA;
    long most = 0;
    for (Delimiter delimiter : Delimiter.values()) {
      Cut first = new RowCutter(text, delimiter).next();
      long known = first instanceof Cells(var cells, var _, var _) ? Header.known(cells) : 0;
      if (known > most) {
        best = delimiter;
        most = known;
      }
    }
    return best;
  }

  /// The names of the table's columns that the format does not know, in their order. Their cells
  /// come with each row.
  public List<String> unknownColumns() {
    return unknownColumns;
  }

  @Override
  public Iterator<LabelRow> iterator() {
    if (begun) {
      throw new IllegalStateException("a table can be iterated once; open it again");
    }
    begun = true;
    return rows;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }

  /// The rows after the header.
  private static final class Rows implements Iterator<LabelRow> {
    private final TableText text;
    private final RowCutter cutter;
    private final RowParser parser;
    private @Nullable LabelRow next;
    private boolean ended;

    Rows(TableText text, RowCutter cutter, RowParser parser) {
      this.text = text;
      this.cutter = cutter;
      this.parser = parser;
    }

    @Override
    public boolean hasNext() {
      while (next == null && !ended) {
        next = read();
      }
      return next != null;
    }

    @Override
    public LabelRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      LabelRow row = Objects.requireNonNull(next);
      next = null;
      return row;
    }

    /// The next row, null where there is none or an empty one.
    private @Nullable LabelRow read() {
      try {
        return switch (cutter.next()) {
          case null -> {
            ended = true;
            yield null;
          }
          case Broken(Rejection rejection) -> new LabelRow.Rejected(rejection);
          case Cells cells -> parser.parse(cells);
        };
      } catch (IOException e) {
        ended = true;
        return new LabelRow.Rejected(
            Fault.of(
                    Fault.Kind.UNREADABLE_FILE,
                    "reading stops after this line: " + e + "; the rest of the table is not read")
                .rejection(text.end(), Json.Obj.EMPTY));
      }
    }
  }
}
