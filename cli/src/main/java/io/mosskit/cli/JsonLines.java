package io.mosskit.cli;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Reads files of replies and judgements, line by line.
final class JsonLines {

  private JsonLines() {}

  /// Keeps a file from being replaced by what is made of it.
  static void requireOther(Path file, Path out) throws CommandFailure {
    if (out.toAbsolutePath().normalize().equals(file.toAbsolutePath().normalize())) {
      throw new CommandFailure(ExitCode.USAGE, "the input " + file + " would be overwritten");
    }
  }

  /// @param read throws [IllegalArgumentException] for an object that is none of what is expected
  /// @throws CommandFailure naming the line
  static <T> List<T> read(Path file, Function<Json.Obj, T> read)
      throws IOException, CommandFailure {
    List<T> values = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).isBlank()) {
        continue;
      }
      try {
        if (!(Json.parse(lines.get(i)) instanceof Json.Obj object)) {
          throw new IllegalArgumentException("expected an object");
        }
        values.add(read.apply(object));
      } catch (JsonException | IllegalArgumentException e) {
        throw new CommandFailure(
            ExitCode.USAGE, "%s:%d: %s".formatted(file, i + 1, e.getMessage()));
      }
    }
    return values;
  }
}
