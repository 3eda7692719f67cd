package io.mosskit.cli;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of commands that read a corpus.
final class ReadMixin {

  @Mixin private InputMixin input = new InputMixin();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "threads that read (default: one a processor); results do not depend on it")
  private int threads = ReadOptions.defaults().threads();

  List<Path> paths() {
    return input.paths();
  }

  ReadOptions options() throws CommandFailure {
    return input.options(threads);
  }

  /// Keeps the input from being replaced by what is made of it.
  void requireOtherThan(Path output) throws IOException, CommandFailure {
    input.requireOtherThan(output);
  }

  Corpus corpus() throws IOException, CommandFailure {
    return Corpus.of(paths(), options());
  }
}
