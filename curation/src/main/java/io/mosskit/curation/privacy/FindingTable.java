package io.mosskit.curation.privacy;

import io.mosskit.schema.io.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Writes findings as a table, UTF-8 CSV (RFC 4180) with a byte-order mark for Excel: a row each,
/// with the place and the placeholder and never the secret. A cell that a spreadsheet would run as
/// a formula stands behind an apostrophe. The file appears, whole, with [#commit]. Not thread-safe.
public final class FindingTable implements AutoCloseable {
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("(?s)[-+=@\\t\\r].*");

  private final Path file;
  private final Path part;
  private final CSVPrinter out;

  private FindingTable(Path file, Path part, CSVPrinter out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  /// Begins a table; its folder is made where it is absent.
  public static FindingTable create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (absolute.getParent() != null) {
      Files.createDirectories(absolute.getParent());
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    CSVPrinter out =
        new CSVPrinter(Files.newBufferedWriter(part, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    out.getOut().append(BYTE_ORDER_MARK);
    out.printRecord("file", "line", "id", "kind", "turn", "field", "start", "end", "placeholder");
    return new FindingTable(absolute, part, out);
  }

  /// Writes the row of a finding.
  ///
  /// @param id of the record, itself without secrets
  public void write(Origin origin, String id, Finding finding) throws IOException {
    out.printRecord(
        cell(origin.file().toString()),
        origin.line(),
        cell(id),
        finding.kind().label(),
        finding.turn(),
        cell(finding.field()),
        finding.start(),
        finding.end(),
        finding.placeholder());
  }

  private static String cell(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /// Gives the file its name.
  public void commit() throws IOException {
    out.close();
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
