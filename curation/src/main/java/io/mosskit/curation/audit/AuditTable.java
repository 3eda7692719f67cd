package io.mosskit.curation.audit;

import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.CallAudit;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.plugins.audit.Stage;
import io.mosskit.schema.io.Origin;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// Writes audits as a table, UTF-8 CSV (RFC 4180) with a byte-order mark for Excel: a row for each
/// call and one for each finding of the other stages. A cell that a spreadsheet would run as a
/// formula stands behind an apostrophe. The file appears, whole, with [#commit]. Not thread-safe.
public final class AuditTable implements AutoCloseable {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern FORMULA = Pattern.compile("(?s)[=@\\t\\r].*|[-+](?![\\d.]+$).*");

  private final Path file;
  private final Path part;
  private final CSVPrinter out;

  private AuditTable(Path file, Path part, CSVPrinter out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  /// Begins a table; its folder is made where it is absent.
  public static AuditTable create(Path file) throws IOException {
    Path absolute = file.toAbsolutePath();
    if (absolute.getParent() != null) {
      Files.createDirectories(absolute.getParent());
    }
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    CSVPrinter out =
        new CSVPrinter(Files.newBufferedWriter(part, StandardCharsets.UTF_8), CSVFormat.RFC4180);
    out.getOut().append(BYTE_ORDER_MARK);
    out.printRecord(
        "file",
        "line",
        "id",
        "turn",
        "stage",
        "plugin",
        "verdict",
        "argument_or_text",
        "recorded",
        "found",
        "receipt");
    return new AuditTable(absolute, part, out);
  }

  /// Writes the rows of a dialogue.
  public void write(Origin origin, DialogueAudit audit) throws IOException {
    for (CallAudit call : audit.calls()) {
      begin(origin, audit, call.turn(), Stage.EXECUTION);
      end(call.plugin(), call.verdict().label(), call.argument());
      out.printRecord(cell(call.recorded()), cell(call.found()), call.receipt().label());
    }
    for (AuditFinding finding : audit.findings()) {
      if (finding.stage() != Stage.EXECUTION) {
        begin(origin, audit, finding.turn(), finding.stage());
        end("", finding.kind(), finding.text());
        out.printRecord("", cell(finding.detail()), "");
      }
    }
  }

  /// The first cells of a row.
  private void begin(Origin origin, DialogueAudit audit, int turn, Stage stage) throws IOException {
    out.print(cell(origin.file().toString()));
    out.print(origin.line());
    out.print(cell(audit.id()));
    out.print(turn);
    out.print(stage.label());
  }

  private void end(String plugin, String verdict, String text) throws IOException {
    out.print(cell(plugin));
    out.print(verdict);
    out.print(cell(text));
  }

  private static String cell(@Nullable String text) {
    return text == null ? "" : FORMULA.matcher(text).matches() ? "'" + text : text;
  }

  /// Gives the file its name.
  public void commit() throws IOException {
    out.close(true);
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Removes what was not committed.
  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(part);
  }
}
