package io.mosskit.curation.explain;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.ReadOptions;
import io.mosskit.schema.io.Scan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What curations wrote: `corpus.jsonl` and `rejected.jsonl` of each folder, as they are or
/// compressed.
record CuratedFolders(List<Path> corpora, List<Path> rejections) {
  private static final List<String> ENDINGS = List.of("", ".zst", ".gz");

  static CuratedFolders of(List<Path> folders) throws IOException {
    List<Path> corpora = new ArrayList<>();
    List<Path> rejections = new ArrayList<>();
    for (Path folder : folders) {
      List<Path> corpus = existing(folder, "corpus.jsonl");
      List<Path> rejected = existing(folder, "rejected.jsonl");
      if (corpus.isEmpty() && rejected.isEmpty()) {
        throw new NoSuchFileException(
            folder.toString(),
            null,
            "holds neither corpus.jsonl nor rejected.jsonl; name a folder that curate wrote");
      }
      corpora.addAll(corpus);
      rejections.addAll(rejected);
    }
    return new CuratedFolders(corpora, rejections);
  }

  private static List<Path> existing(Path folder, String name) {
    return ENDINGS.stream()
        .map(ending -> folder.resolve(name + ending))
        .filter(Files::exists)
        .limit(1)
        .toList();
  }

  /// Shows all records to `work`, in any thread, and what it makes of them to `found`, the kept
  /// ones first, each in the order of its file.
  <R> void scan(Function<CuratedRecord, Optional<R>> work, Consumer<R> found) throws IOException {
    if (!corpora.isEmpty()) {
      Corpus corpus = Corpus.of(corpora, ReadOptions.defaults());
      try (Scan<Optional<R>> scan = corpus.scan(entry -> CuratedRecord.kept(entry).flatMap(work))) {
        scan.forEach(result -> result.ifPresent(found));
      }
    }
    if (!rejections.isEmpty()) {
      Corpus corpus = Corpus.of(rejections, ReadOptions.defaults());
      try (Scan<Optional<R>> scan =
          corpus.scanValues(entry -> CuratedRecord.rejected(entry).flatMap(work))) {
        scan.forEach(result -> result.ifPresent(found));
      }
    }
  }
}
