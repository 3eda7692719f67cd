package io.mosskit.cli;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.ReadOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    for (Path path : paths) {
      if (Files.exists(path) && Files.exists(output) && Files.isSameFile(path, output)) {
        throw new CommandFailure(
            ExitCode.USAGE,
            "the input " + path + " would be overwritten; choose another file to write");
      }
    }
  }

  /// Read with a thread for each processor.
  Corpus corpus() throws IOException, CommandFailure {
    return Corpus.of(paths, options(ReadOptions.defaults().threads()));
  }
}
