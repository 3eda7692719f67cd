package io.mosskit.parquet;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;

/// Writes dialogues as a Parquet file, compressed with zstd. Columns: `conversation_id`,
/// `category`, `language`, `num_turns`; `messages`, a list of structs as chat trainers read them,
/// and `tools`, JSON text of the function definitions; `moss`, the MOSS-003 line, which makes the
/// file lossless.
///
/// The rows are gathered beside the file as `NAME.rows.jsonl.zst`; [#commit] makes the file of them
/// under `NAME.part` and then gives it its name, whole, replacing an older one. [#close] removes
/// what is left. Memory does not grow with the number of rows. Not thread-safe.
public final class ParquetWriter implements AutoCloseable {

  /// Few enough that a group of long dialogues fits into memory, a multiple of DuckDB's 2,048.
  private static final int ROWS_PER_GROUP = 4096;

  /// More than the bytes of a row for each character of its MOSS-003 line: the line itself, quoted,
  /// and its words once more as messages.
  private static final int ROW_BYTES_PER_CHARACTER = 12;

  private final Path file;
  private final Path rows;
  private final Path part;
  private final RecordWriter out;
  private long longestRow;

  private ParquetWriter(Path file, Path rows, Path part, RecordWriter out) {
    this.file = file;
    this.rows = rows;
    this.part = part;
    this.out = out;
  }

  /// Begins a file; its folder is made where it is absent.
  public static ParquetWriter create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path rows = absolute.resolveSibling(absolute.getFileName() + ".rows.jsonl.zst");
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    return new ParquetWriter(absolute, rows, part, RecordWriter.create(rows));
  }

  /// Writes a dialogue as the next row.
  public void write(Conversation conversation) throws IOException {
    Json.Obj row = Row.of(conversation);
    int characters = Objects.requireNonNull(row.string(Row.MOSS)).length();
    longestRow = Math.max(longestRow, (long) ROW_BYTES_PER_CHARACTER * characters);
    out.write(row);
  }

  /// How many dialogues have been written.
  public long records() {
    return out.records();
  }

  /// Makes the file and gives it its name.
  public void commit() throws IOException {
    out.commit();
    String copy =
        """
        COPY (SELECT * FROM read_json(%s, format = 'newline_delimited', compression = 'zstd',
                                      maximum_object_size = %d, columns = %s))
        TO %s (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE %d)\
        """
            .formatted(
                Duck.literal(rows),
                Duck.rowBytes(longestRow),
                Row.COLUMNS,
                Duck.literal(part),
                ROWS_PER_GROUP);
    try (Connection duck = Duck.connect(longestRow);
        Statement statement = duck.createStatement()) {
      statement.execute(copy);
    } catch (SQLException e) {
      throw new IOException("writing " + file + " failed: " + e.getMessage(), e);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Files.deleteIfExists(rows);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(rows);
    Files.deleteIfExists(part);
  }
}
