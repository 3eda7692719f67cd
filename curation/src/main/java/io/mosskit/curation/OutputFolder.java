package io.mosskit.curation;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.json.Json;
import java.io.BufferedOutputStream;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The four files of a run. Each grows as `NAME.part` and gets its name when all of them are whole;
/// `stats.json` comes last, so that a folder with it is complete.
final class OutputFolder implements AutoCloseable {
  static final String CORPUS = "corpus.jsonl";
  static final String REJECTED = "rejected.jsonl";
  static final String CLUSTERS = "clusters.tsv";
  static final String STATS = "stats.json";
  private static final int BUFFER = 1 << 16;
  static final List<String> NAMES = List.of(CORPUS, REJECTED, CLUSTERS, STATS);

  private final Path folder;
  private final Counted corpus;
  private final Counted rejected;
  private final BufferedWriter clusters;

  /// A file of lines, and how many.
  private static final class Counted {
    private final OutputStream out;
    private long lines;

    Counted(Path file) throws IOException {
      out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
    }

    void write(byte[] line) throws IOException {
      out.write(line);
      lines++;
    }
  }

  OutputFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(STATS));
    this.corpus = new Counted(part(CORPUS));
    this.rejected = new Counted(part(REJECTED));
    this.clusters = Files.newBufferedWriter(part(CLUSTERS));
    clusters.write("kept\tdropped\tkey\tscore\n");
  }

  private Path part(String name) {
    return folder.resolve(name + ".part");
  }

  /// @param line a record with its line break
  void keep(byte[] line) throws IOException {
    corpus.write(line);
  }

  /// @param line a rejection with its line break
  void reject(byte[] line) throws IOException {
    rejected.write(line);
  }

  void link(String dropped, Decisions.Dropped why, String key) throws IOException {
    clusters.write(
        String.join(
            "\t",
            cell(why.kept()),
            cell(dropped),
            key,
            Double.toString(Decimals.rounded(why.score()))));
    clusters.write('\n');
  }

  /// A text as between the quotes of a JSON string: without tabs and line breaks, and always UTF-8.
  private static String cell(String text) {
    String quoted = Json.of(text).text();
    return quoted.substring(1, quoted.length() - 1);
  }

  long kept() {
    return corpus.lines;
  }

  long rejected() {
    return rejected.lines;
  }

  void commit(Json.Obj stats) throws IOException {
    closeFiles();
    Files.writeString(part(STATS), stats.text() + "\n");
    for (String name : NAMES) {
      Files.move(
          part(name),
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void closeFiles() throws IOException {
    corpus.out.close();
    rejected.out.close();
    clusters.close();
  }

  @Override
  public void close() throws IOException {
    closeFiles();
    for (String name : NAMES) {
      Files.deleteIfExists(part(name));
    }
  }
}
