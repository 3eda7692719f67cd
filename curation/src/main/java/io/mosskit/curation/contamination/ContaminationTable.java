package io.mosskit.curation.contamination;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Writes `contamination.tsv`: a line for each stretch, texts as between the quotes of a JSON
/// string. The file appears, whole, with [#commit]. Not thread-safe.
public final class ContaminationTable implements AutoCloseable {
  private final Path file;
  private final Path part;
  private final BufferedWriter out;

  private ContaminationTable(Path file, Path part, BufferedWriter out) {
    this.file = file;
    this.part = part;
    this.out = out;
  }

  /// Begins a table in a folder that is there.
  public static ContaminationTable create(Path file) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    BufferedWriter out = Files.newBufferedWriter(part);
    out.write("set\titem\tdialogue\tturn\tfield\tunits\tstart\tend\tshare\tfate\ttext\n");
    return new ContaminationTable(file, part, out);
  }

  /// Writes what was found in a dialogue, suspects last.
  public void write(String dialogue, Decontaminated judged) throws IOException {
    write(dialogue, judged.overlaps(), judged.outcome().label());
    write(dialogue, judged.suspects(), "suspect");
  }

  private void write(String dialogue, List<Overlap> overlaps, String fate) throws IOException {
    for (Overlap overlap : overlaps) {
      out.write(
          String.join(
              "\t",
              cell(overlap.set()),
              cell(overlap.item()),
              cell(dialogue),
              Integer.toString(overlap.turn()),
              overlap.field().key(),
              Integer.toString(overlap.units()),
              Integer.toString(overlap.start()),
              Integer.toString(overlap.end()),
              Double.toString(Decimals.rounded(overlap.share())),
              fate,
              cell(overlap.text())));
      out.write('\n');
    }
  }

  private static String cell(String text) {
    String quoted = Json.of(text).text();
    return quoted.substring(1, quoted.length() - 1);
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
