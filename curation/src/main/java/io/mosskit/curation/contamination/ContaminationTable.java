package io.mosskit.curation.contamination;

import io.mosskit.curation.text.Decimals;
import io.mosskit.curation.text.TableFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Writes `contamination.tsv`: a line for each stretch, texts as between the quotes of a JSON
/// string. The file appears, whole, with [#commit]. Not thread-safe.
public final class ContaminationTable implements AutoCloseable {
  private final TableFile table;

  private ContaminationTable(TableFile table) {
    this.table = table;
  }

  /// Begins a table; its folder is made where it is absent.
  public static ContaminationTable create(Path file) throws IOException {
    return new ContaminationTable(
        TableFile.create(
            file,
            TableFile.Format.TSV,
            "set",
            "item",
            "dialogue",
            "turn",
            "field",
            "units",
            "start",
            "end",
            "share",
            "fate",
            "text"));
  }

  /// Writes what was found in a dialogue, suspects last.
  public void write(String dialogue, Decontaminated judged) throws IOException {
    write(dialogue, judged.overlaps(), judged.outcome().label());
    write(dialogue, judged.suspects(), "suspect");
  }

  private void write(String dialogue, List<Overlap> overlaps, String fate) throws IOException {
    for (Overlap overlap : overlaps) {
      table.row(
          overlap.set(),
          overlap.item(),
          dialogue,
          overlap.turn(),
          overlap.field().key(),
          overlap.units(),
          overlap.start(),
          overlap.end(),
          Decimals.rounded(overlap.share()),
          fate,
          overlap.text());
    }
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
