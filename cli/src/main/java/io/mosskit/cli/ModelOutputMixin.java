package io.mosskit.cli;

import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where and in which layout a command writes a model.
final class ModelOutputMixin {

  @Option(
      names = "--format",
      paramLabel = "LAYOUT",
      description = {
        "safetensors, or torch: pytorch_model.bin, the one that MOSS's own",
        "programs read (default: torch for packed weights, else safetensors)"
      })
  private @Nullable WeightFormat format;

  @Option(
      names = "--shard-gb",
      paramLabel = "N",
      description = "write several files of at most so many GB (default: 10)")
  private double shardGigabytes = ModelWriter.DEFAULT_MOST_BYTES / 1e9;

  /// Refuses a folder that holds something already, so that no model is mixed with another.
  static void requireNew(Path folder) throws IOException, CommandFailure {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        if (files.findAny().isEmpty()) {
          return;
        }
      }
    }
    if (Files.exists(folder)) {
      throw new CommandFailure(
          ExitCode.USAGE, folder + " is there already and not empty; name a new folder");
    }
  }

  /// Writes a model.
  void write(ModelWriter.Plan plan, Path folder, Console console)
      throws IOException, InterruptedException, CommandFailure {
    if (!(shardGigabytes > 0)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--shard-gb is %s, but must be more than 0".formatted(shardGigabytes));
    }
    long mostBytes = (long) (shardGigabytes * 1e9);
    try (ProgressLine progress = console.progress()) {
      new ModelWriter(formatOf(plan), mostBytes, progress).write(folder, plan);
    }
  }

  /// As MOSS was published, packed weights are one `pytorch_model.bin`.
  private WeightFormat formatOf(ModelWriter.Plan plan) {
    if (format != null) {
      return format;
    }
    return plan.config().isQuantized() ? WeightFormat.TORCH : WeightFormat.SAFETENSORS;
  }

  /// What was written, for `--json`.
  static Json.Obj json(ModelWriter.Plan plan, Path folder) {
    return Json.object()
        .put("model", folder.toString())
        .put("tensors", plan.tensors().size())
        .put("bytes", plan.bytes())
        .put("wbits", plan.config().wbits())
        .build();
  }

  /// What was written, for people.
  static List<String> lines(ModelWriter.Plan plan, Path folder) {
    return List.of(
        String.format(
            Locale.ROOT,
            "%s: %d tensors, %,.1f MB",
            folder,
            plan.tensors().size(),
            plan.bytes() / 1e6),
        plan.origin() + ".");
  }
}
