package io.mosskit.cli;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.FileKind;
import io.mosskit.schema.io.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a corpus is read from, for commands whose threads compute something else.
final class InputMixin {

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = {
        "files or folders: .jsonl or .json, plain, .gz or .zst;",
        "moss-002 records are read as MOSS-003"
      })
  private List<Path> paths = List.of();

  @Option(
      names = "--max-record-bytes",
      paramLabel = "N",
      description = "reject longer records (default: 16777216)")
  private int maxRecordBytes = ReadOptions.defaults().maxRecordBytes();

  List<Path> paths() {
    return paths;
  }

  ReadOptions options(int threads) throws CommandFailure {
    try {
      return new ReadOptions(maxRecordBytes, threads);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /// Keeps the input from being replaced by what is made of it.
  void requireOtherThan(Path output) throws IOException, CommandFailure {
    requireOtherThan(paths, Set.of(FileKind.CONVERSATIONS), output);
  }

  /// Keeps files, and those of some kinds below folders, from being replaced by what is made of
  /// them: what an earlier run left in a folder would be read by the next one.
  static void requireOtherThan(List<Path> inputs, Set<FileKind> kinds, Path output)
      throws IOException, CommandFailure {
    if (!Files.exists(output)) {
      return;
    }
    for (Path input : inputs) {
      if (Files.exists(input) && (Files.isSameFile(input, output) || holds(input, kinds, output))) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "the input %s would be overwritten; choose another file to write"
                .formatted(Files.isDirectory(input) ? output : input));
      }
    }
  }

  private static boolean holds(Path folder, Set<FileKind> kinds, Path file) throws IOException {
    if (!Files.isDirectory(folder)
        || Files.isDirectory(file)
        || !file.toRealPath().startsWith(folder.toRealPath())) {
      return false;
    }
    for (Map.Entry<FileKind, Corpus> found :
        Corpus.byKind(List.of(folder), ReadOptions.defaults()).entrySet()) {
      for (Path input :
          kinds.contains(found.getKey()) ? found.getValue().files() : List.<Path>of()) {
        if (Files.isSameFile(input, file)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Read with a thread for each processor.
  Corpus corpus() throws IOException, CommandFailure {
    return Corpus.of(paths, options(ReadOptions.defaults().threads()));
  }
}
