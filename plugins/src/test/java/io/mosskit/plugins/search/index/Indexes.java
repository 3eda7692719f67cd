package io.mosskit.plugins.search.index;

import io.mosskit.plugins.search.Hit;
import io.mosskit.plugins.search.documents.DocumentFields;
import io.mosskit.plugins.search.documents.Documents;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Small indexes for tests.
final class Indexes {

  private Indexes() {}

  /// A record as a line.
  static String line(String title, String text) {
    return Json.object().put("title", title).put("text", text).build().text();
  }

  /// An index in memory of these lines.
  static DocumentIndex of(Path folder, List<String> lines) throws IOException {
    Path file = Files.write(folder.resolve("documents.jsonl"), lines);
    return IndexBuilder.inMemory(documents(file), rejection -> fail(rejection.toString()));
  }

  static Documents documents(Path path) throws IOException {
    return Documents.in(List.of(path), DocumentFields.DEFAULT);
  }

  private static void fail(String rejection) {
    throw new AssertionError(rejection);
  }

  static List<String> titles(List<Hit> hits) {
    return hits.stream().map(Hit::title).toList();
  }
}
