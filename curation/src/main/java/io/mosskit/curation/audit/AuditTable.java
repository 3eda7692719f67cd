package io.mosskit.curation.audit;

import io.mosskit.curation.text.TableFile;
import io.mosskit.plugins.audit.AuditFinding;
import io.mosskit.plugins.audit.CallAudit;
import io.mosskit.plugins.audit.DialogueAudit;
import io.mosskit.plugins.audit.Stage;
import io.mosskit.schema.io.Origin;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// Writes audits as a table for spreadsheets: a row for each call and one for each finding of the
/// other stages. The file appears, whole, with [#commit]. Not thread-safe.
public final class AuditTable implements AutoCloseable {

  private final TableFile table;

  private AuditTable(TableFile table) {
    this.table = table;
  }

  /// Begins a table; its folder is made where it is absent.
  public static AuditTable create(Path file) throws IOException {
    return new AuditTable(
        TableFile.create(
            file,
            TableFile.Format.CSV,
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
            "receipt"));
  }

  /// Writes the rows of a dialogue.
  public void write(Origin origin, DialogueAudit audit) throws IOException {
    for (CallAudit call : audit.calls()) {
      table.row(
          origin.file().toString(),
          origin.line(),
          audit.id(),
          call.turn(),
          Stage.EXECUTION.label(),
          orEmpty(call.plugin()),
          call.verdict().label(),
          orEmpty(call.argument()),
          orEmpty(call.recorded()),
          orEmpty(call.found()),
          call.receipt().label());
    }
    for (AuditFinding finding : audit.findings()) {
      if (finding.stage() != Stage.EXECUTION) {
        table.row(
            origin.file().toString(),
            origin.line(),
            audit.id(),
            finding.turn(),
            finding.stage().label(),
            "",
            finding.kind(),
            finding.text(),
            "",
            finding.detail(),
            "");
      }
    }
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// Gives the file its name.
  public void commit() throws IOException {
    table.commit();
  }

  /// Removes what was not committed.
  @Override
  public void close() throws IOException {
    table.close();
  }
}
