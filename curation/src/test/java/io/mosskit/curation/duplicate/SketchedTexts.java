package io.mosskit.curation.duplicate;

import io.mosskit.curation.text.UnitHashes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Sketches of texts, and files of them.
final class SketchedTexts {
  static final List<String> SOURCES = List.of("甲.jsonl", "b.jsonl");

  private SketchedTexts() {}

  static SketchedText of(String id, double quality, String text) {
    return new SketchedText(id, 0, quality, text.length(), Shingles.of(UnitHashes.of(text)));
  }

  /// Writes them into so many files, and opens these.
  static Sketches in(Path folder, List<SketchedText> texts, int files) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (int i = 0; i < files; i++) {
      Path path = folder.resolve("chunk-" + i);
      paths.add(path);
      write(path, texts.subList(texts.size() * i / files, texts.size() * (i + 1) / files));
    }
    return Sketches.open(paths);
  }

  static void write(Path path, List<SketchedText> texts) throws IOException {
    try (SketchFileWriter writer = SketchFileWriter.create(path)) {
      for (SketchedText text : texts) {
        writer.add(text);
      }
      writer.commit(SOURCES);
    }
  }
}
