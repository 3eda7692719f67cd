package io.mosskit.parquet;

import io.mosskit.schema.convert.Codec;
import io.mosskit.schema.convert.Codecs;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.ReadFault;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One pass over a Parquet file, row by row in bounded memory: each row a dialogue or the reason
/// why it is none, its origin the file and the row's number from 1. A file with the column `moss`
/// gives back what was written; any other goes through the codec of the columns that it has:
/// `messages`, `conversations`, or `instruction` and `output`. To be iterated once, by one thread.
public final class ParquetReader implements Iterable<Entry>, AutoCloseable {

  private final Path file;
  private final Connection duck;
  private final Statement statement;
  private final ResultSet rows;
  private final @Nullable Codec codec;
  private boolean begun;

  /// @param codec null where the rows are MOSS-003 lines
  private ParquetReader(
      Path file, Connection duck, Statement statement, ResultSet rows, @Nullable Codec codec) {
    this.file = file;
    this.duck = duck;
    this.statement = statement;
    this.rows = rows;
    this.codec = codec;
  }

  /// Opens a file. Close it after use.
  ///
  /// @throws IOException if it is no Parquet file, or has no columns that hold dialogues
  public static ParquetReader open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(file.toString(), null, "no such file");
    }
    Connection duck = null;
    try {
      duck = Duck.connect();
      Set<String> columns = columns(duck, file);
      Codec codec = codec(columns, file);
      String select = codec == null ? Row.MOSS : "to_json(t)::VARCHAR";
      Statement statement = duck.createStatement();
      ResultSet rows = statement.executeQuery("SELECT " + select + " FROM " + table(file) + " t");
      return new ParquetReader(file, duck, statement, rows, codec);
    } catch (SQLException e) {
      close(duck);
      throw new IOException(file + ": no Parquet file that can be read: " + e.getMessage(), e);
    } catch (IOException e) {
      close(duck);
      throw e;
    }
  }

  private static String table(Path file) {
    return "read_parquet(" + Duck.literal(file) + ")";
  }

  private static Set<String> columns(Connection duck, Path file) throws SQLException {
    Set<String> names = new LinkedHashSet<>();
    try (Statement statement = duck.createStatement();
        ResultSet columns = statement.executeQuery("DESCRIBE SELECT * FROM " + table(file))) {
      while (columns.next()) {
        names.add(columns.getString(1));
      }
    }
    return names;
  }

  private static @Nullable Codec codec(Set<String> columns, Path file) throws IOException {
    if (columns.contains(Row.MOSS)) {
      return null;
    }
    if (columns.contains("messages")) {
      return Codecs.messages();
    }
    if (columns.contains("conversations")) {
      return Codecs.shareGpt();
    }
    if (columns.contains("instruction") && columns.contains("output")) {
      return Codecs.alpaca();
    }
    throw new IOException(
        file
            + ": expected a column moss, messages or conversations, or instruction and output; found "
            + columns
            + "; rename the columns");
  }

  @Override
  public Iterator<Entry> iterator() {
    if (begun) {
      throw new IllegalStateException("a file can be iterated once; open it again");
    }
    begun = true;
    return new Entries();
  }

  private Entry entry(@Nullable String text, Origin origin) {
    if (text == null) {
      return rejected(
          ReadFault.MISSING_FIELD, "the column moss is null in this row", origin, Json.Obj.EMPTY);
    }
    if (codec == null) {
      return MossJson.parse(text, origin);
    }
    try {
      return Json.parse(text) instanceof Json.Obj row
          ? codec.entry(withoutNulls(row), origin)
          : rejected(ReadFault.NOT_AN_OBJECT, "the row is null", origin, Json.Obj.EMPTY);
    } catch (JsonException e) {
      return rejected(
          ReadFault.NOT_JSON,
          "the row has a value that JSON cannot hold: " + e.getMessage(),
          origin,
          Json.object().put("text", text).build());
    }
  }

  /// A row has all columns of its file; those that are null in it say nothing.
  private static Json.Obj withoutNulls(Json.Obj row) {
    Map<String, Json> members = new LinkedHashMap<>(row.members());
    members.values().removeIf(Json.Null.class::isInstance);
    return Json.of(members);
  }

  private static Entry rejected(ReadFault fault, String detail, Origin origin, Json record) {
    return new Entry.Rejected(
        new Rejection(ReadFault.STAGE, fault.label(), detail, Json.Obj.EMPTY, origin, record));
  }

  @Override
  public void close() throws IOException {
    try (duck;
        statement;
        rows) {
      begun = true;
    } catch (SQLException e) {
      throw new IOException("closing " + file + " failed: " + e.getMessage(), e);
    }
  }

  private static void close(@Nullable Connection duck) throws IOException {
    try {
      if (duck != null) {
        duck.close();
      }
    } catch (SQLException e) {
      throw new IOException("closing DuckDB failed: " + e.getMessage(), e);
    }
  }

  private final class Entries implements Iterator<Entry> {

    private long row;
    private boolean ended;
    private @Nullable Entry next;

    @Override
    public boolean hasNext() {
      if (next == null && !ended) {
        next = advance();
        ended = next == null;
      }
      return next != null;
    }

    private @Nullable Entry advance() {
      Origin origin = new Origin(file, row + 1, 0);
      try {
        if (!rows.next()) {
          return null;
        }
        row++;
        return entry(rows.getString(1), origin);
      } catch (SQLException e) {
        ended = true;
        return rejected(
            ReadFault.UNREADABLE_FILE,
            "reading stops here: "
                + e.getMessage()
                + "; check the file, the rest of it is not read",
            origin,
            Json.Obj.EMPTY);
      }
    }

    @Override
    public Entry next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Entry entry = Objects.requireNonNull(next);
      next = null;
      return entry;
    }
  }
}
