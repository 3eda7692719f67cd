package io.mosskit.generator;

import io.mosskit.generator.testing.BatchRuns;
import io.mosskit.schema.progress.Progress;
import java.net.URI;
import java.nio.file.Path;

/// Runs the batch plan in a folder, against the server at an address.
final class RunInBatchesUntilKilled {

  private RunInBatchesUntilKilled() {}

  static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    try (BatchRuns runs = BatchRuns.at(URI.create(arguments[1]), _ -> {})) {
      Generator.run(BatchRuns.plan(folder), runs.batches(), folder.resolve("run"), Progress.NONE);
    }
  }
}
