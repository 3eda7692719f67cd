package io.mosskit.cli;

import io.mosskit.generator.rehearsal.BatchManner;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The options that say how the rehearsal teacher treats batches.
final class BatchMannerMixin {

  @Option(
      names = "--batch-seconds",
      paramLabel = "N",
      description = "how long a batch takes (default: 0)")
  private double seconds;

  @Option(
      names = "--batch-failed",
      paramLabel = "SHARE",
      description = "share of requests in batches that end in the error file (default: 0)")
  private double failed;

  @Option(
      names = "--batch-answered",
      paramLabel = "SHARE",
      description = "share of each batch that is tried before it expires (default: 1)")
  private double answered = 1;

  @Option(
      names = "--batch-invalid",
      paramLabel = "N",
      description = "how many batches fail their validation at first (default: 0)")
  private int invalid;

  /// @throws IllegalArgumentException for shares that are none
  BatchManner manner() {
    return new BatchManner(
        Duration.ofMillis(Math.round(seconds * 1000)), failed, answered, invalid);
  }
}
