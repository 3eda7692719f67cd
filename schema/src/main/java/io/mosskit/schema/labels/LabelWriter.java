package io.mosskit.schema.labels;

import io.mosskit.schema.Conversation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes a label table row by row. The file appears under its name, whole, with [#commit]; until
/// then it grows beside it as `NAME.part`, and [#close] without a commit removes that. Half a
/// surrogate pair, which UTF-8 cannot say, becomes `?`. Not thread-safe.
public final class LabelWriter implements AutoCloseable {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final Path part;
  private final CSVPrinter out;
  private final int previewLength;
  private long rows;
  private boolean committed;

  private LabelWriter(Path file, Path part, CSVPrinter out, int previewLength) {
    this.file = file;
    this.part = part;
    this.out = out;
    this.previewLength = previewLength;
  }

  static LabelWriter create(Path file, LabelTableOptions options) throws IOException {
    Path absolute = file.toAbsolutePath();
    Path parent = absolute.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    Writer text =
        new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8));
    if (options.byteOrderMark()) {
      text.write(BYTE_ORDER_MARK);
    }
    CSVFormat format =
        LabelTable.format(options.delimiter())
            .builder()
            .setRecordSeparator(options.lineEnding().characters())
            .get();
    CSVPrinter out = new CSVPrinter(text, format);
    out.printRecord(Arrays.stream(Column.values()).map(Column::label));
    return new LabelWriter(absolute, part, out, options.previewLength());
  }

  /// Writes the row of a dialogue with [the label to show for it][Labels#best]; its label cells are
  /// empty where it has none.
  public void write(Conversation conversation) throws IOException {
    out.printRecord(Row.of(conversation, Labels.best(conversation).orElse(null), previewLength));
    rows++;
  }

  /// Writes the row of a dialogue with this label.
  ///
  /// @throws IllegalArgumentException if the label is another dialogue's
  public void write(Conversation conversation, Label label) throws IOException {
    Labels.requireSameId(conversation, label);
    out.printRecord(Row.of(conversation, label, previewLength));
    rows++;
  }

  /// How many dialogues have been written.
  public long rows() {
    return rows;
  }

  /// Gives the file its name, replacing an older one.
  public void commit() throws IOException {
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
