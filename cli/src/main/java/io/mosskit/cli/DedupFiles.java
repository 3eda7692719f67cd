package io.mosskit.cli;

import io.mosskit.schema.io.FileKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks what `mosskit dedup` is told before anything is read.
final class DedupFiles {

  private DedupFiles() {}

  static void require(boolean holds, String message) throws CommandFailure {
    if (!holds) {
      throw new CommandFailure(ExitCode.USAGE, message);
    }
  }

  /// Each output has a file of its own, which is none of the inputs.
  ///
  /// @param kinds of files that are read below folders
  /// @param outputs null where one is not written
  static void requireOthers(List<Path> inputs, Set<FileKind> kinds, @Nullable Path... outputs)
      throws IOException, CommandFailure {
    List<Path> written = Arrays.stream(outputs).filter(Objects::nonNull).toList();
    require(
        written.stream().map(path -> path.toAbsolutePath().normalize()).distinct().count()
            == written.size(),
        "each output wants a file of its own, not one of " + written);
    for (Path output : written) {
      InputMixin.requireOtherThan(inputs, kinds, output);
    }
  }
}
