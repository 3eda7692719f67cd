package io.mosskit.curation;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.BufferedWriter;
import java.io.IOException;
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
  static final List<String> NAMES = List.of(CORPUS, REJECTED, CLUSTERS, STATS);

  private final Path folder;
  private final RecordWriter corpus;
  private final RecordWriter rejected;
  private final BufferedWriter clusters;

  OutputFolder(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    Files.deleteIfExists(folder.resolve(STATS));
    this.corpus = RecordWriter.create(folder.resolve(CORPUS));
    this.rejected = RecordWriter.create(folder.resolve(REJECTED));
    this.clusters = Files.newBufferedWriter(part(CLUSTERS));
    clusters.write("kept\tdropped\tkey\tscore\n");
  }

  private Path part(String name) {
    return folder.resolve(name + ".part");
  }

  void write(Ruling ruling, String key) throws IOException {
    switch (ruling.judgement()) {
      case Judgement.Kept(var conversation) -> corpus.write(conversation);
      case Judgement.Rejected(Rejection rejection) -> rejected.write(rejection);
    }
    if (ruling.link().isPresent()) {
      Ruling.Link link = ruling.link().get();
      clusters.write(
          String.join(
              "\t",
              cell(link.kept()),
              cell(link.dropped()),
              key,
              Double.toString(Decimals.rounded(link.score()))));
      clusters.write('\n');
    }
  }

  /// A text as between the quotes of a JSON string: without tabs and line breaks, and always UTF-8.
  private static String cell(String text) {
    String quoted = Json.of(text).text();
    return quoted.substring(1, quoted.length() - 1);
  }

  long kept() {
    return corpus.records();
  }

  long rejected() {
    return rejected.records();
  }

  void commit(Json.Obj stats) throws IOException {
    clusters.close();
    Files.writeString(part(STATS), stats.text() + "\n");
    corpus.commit();
    rejected.commit();
    for (String name : List.of(CLUSTERS, STATS)) {
      Files.move(
          part(name),
          folder.resolve(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() throws IOException {
    clusters.close();
    for (String name : List.of(CLUSTERS, STATS)) {
      Files.deleteIfExists(part(name));
    }
    corpus.close();
    rejected.close();
  }
}
