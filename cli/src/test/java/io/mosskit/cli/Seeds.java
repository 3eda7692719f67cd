package io.mosskit.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Seed prompts for tests: those that come with the demo.
final class Seeds {

  private Seeds() {}

  /// Copies the seeds of a category into a folder.
  static Path copy(String category, Path folder) throws IOException {
    Files.createDirectories(folder);
    Path file = folder.resolve(category + ".jsonl");
    String resource = "/io/mosskit/cli/demo/seeds/" + category + ".jsonl";
    try (InputStream in =
        Objects.requireNonNull(Seeds.class.getResourceAsStream(resource), resource)) {
      Files.copy(in, file);
    }
    return file;
  }
}
