package io.mosskit.schema.io;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes records as JSON Lines, compressed where the name ends in `.gz` or `.zst`. The file
/// appears under its name, whole, with [#commit]; until then it grows beside it as `NAME.part`, and
/// [#close] without a commit removes that. Not thread-safe.
public final class RecordWriter implements AutoCloseable {

  private final Path file;
  private final Path part;
  private final JsonGenerator out;
  private long records;
  private boolean committed;

  private RecordWriter(Path file, Path part, JsonGenerator out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  /// Begins a file; its folder is made where it is absent.
  public static RecordWriter create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    JsonGenerator out = JsonText.FACTORY.createGenerator(Compression.create(part, file));
    out.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
    return new RecordWriter(absolute, part, out);
  }

  /// Writes a dialogue on a line.
  public void write(Conversation conversation) throws IOException {
    write(MossJson.json(conversation));
  }

  /// Writes a rejection on a line.
  public void write(Rejection rejection) throws IOException {
    write(rejection.json());
  }

  /// Writes a record as it was read on a line.
  public void write(RawRecord record) throws IOException {
    out.writeRawValue(record.line());
    records++;
  }

  /// Writes any value on a line.
  public void write(Json record) throws IOException {
    JsonText.write(record, out);
    records++;
  }

  /// How many records have been written.
  public long records() {
    return records;
  }

  /// Ends the file with a line break and gives it its name, replacing an older one.
  public void commit() throws IOException {
    if (records > 0) {
      out.writeRaw('\n');
    }
    out.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    committed = true;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      out.close();
      Files.deleteIfExists(part);
    }
  }
}
