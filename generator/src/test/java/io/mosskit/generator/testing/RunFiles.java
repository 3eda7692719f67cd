package io.mosskit.generator.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a run has written.
public final class RunFiles {

  private RunFiles() {}

  /// The text of each result file by its name.
  public static Map<String, String> of(Path run) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    for (String name : new String[] {"prompts.jsonl", "raw.jsonl", "rejected.jsonl"}) {
      files.put(name, Files.readString(run.resolve(name)));
    }
    return files;
  }
}
