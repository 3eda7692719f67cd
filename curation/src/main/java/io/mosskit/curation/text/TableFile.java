package io.mosskit.curation.text;

import io.mosskit.schema.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/// A table on its way into a file, which appears, whole, with [#commit]. UTF-8. Not thread-safe.
public final class TableFile implements AutoCloseable {

  /// How a table is written.
  public enum Format {
    /// RFC 4180 with a byte-order mark for Excel. A text that a spreadsheet would run as a formula
    /// stands behind an apostrophe.
    CSV("\uFEFF") {
      @Override
      String row(List<Object> cells) {
        return CSVFormat.RFC4180.format(cells.stream().map(Format::harmless).toArray()) + "\r\n";
      }
    },
    /// Cells between tabs, texts as between the quotes of a JSON string: without tabs and line
    /// breaks.
    TSV("") {
      @Override
      String row(List<Object> cells) {
        return cells.stream().map(Format::quoted).collect(Collectors.joining("\t")) + "\n";
      }
    };

    private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[-+](?![\\d.]+$).*");

    private final String begin;

    Format(String begin) {
      this.begin = begin;
    }

    abstract String row(List<Object> cells);

    private static Object harmless(Object cell) {
      return cell instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : cell;
    }

    private static String quoted(Object cell) {
      String quoted = Json.of(cell.toString()).text();
      return quoted.substring(1, quoted.length() - 1);
    }
  }

  private final Path file;
  private final Path part;
  private final Format format;
  private final BufferedWriter out;

  private TableFile(Path file, Path part, Format format) throws IOException {
    this.file = file;
    this.part = part;
    this.format = format;
    this.out = Files.newBufferedWriter(part);
  }

  /// Begins a table; its folder is made where it is absent.
  public static TableFile create(Path file, Format format, String... columns) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (absolute.getParent() != null) {
      Files.createDirectories(absolute.getParent());
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    TableFile table = new TableFile(absolute, part, format);
    table.out.write(format.begin);
    table.row((Object[]) columns);
    return table;
  }

  /// Writes a row.
  ///
  /// @param cells texts and numbers
  public void row(Object... cells) throws IOException {
    out.write(format.row(Arrays.asList(cells)));
  }

  /// Gives the file its name.
  public void commit() throws IOException {
    out.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Removes what was not committed.
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
