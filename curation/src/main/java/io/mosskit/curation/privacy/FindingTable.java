package io.mosskit.curation.privacy;

import io.mosskit.curation.text.TableFile;
import io.mosskit.schema.io.Origin;
import java.io.IOException;
import java.nio.file.Path;

/// Writes findings as a table for spreadsheets, a row each, with the place and the placeholder and
/// never the secret. The file appears, whole, with [#commit]. Not thread-safe.
public final class FindingTable implements AutoCloseable {
  private final TableFile table;

  private FindingTable(TableFile table) {
    this.table = table;
  }

  /// Begins a table; its folder is made where it is absent.
  public static FindingTable create(Path file) throws IOException {
    return new FindingTable(
        TableFile.create(
            file,
            TableFile.Format.CSV,
            "file",
            "line",
            "id",
            "kind",
            "turn",
            "field",
            "start",
            "end",
            "placeholder"));
  }

  /// Writes the row of a finding.
  ///
  /// @param id of the record, itself without secrets
  public void write(Origin origin, String id, Finding finding) throws IOException {
    table.row(
        origin.file().toString(),
        origin.line(),
        id,
        finding.kind().label(),
        finding.turn(),
        finding.field(),
        finding.start(),
        finding.end(),
        finding.placeholder());
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
