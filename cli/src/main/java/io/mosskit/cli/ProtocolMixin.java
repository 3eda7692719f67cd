package io.mosskit.cli;

import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.teacher.BatchSettings;
import io.mosskit.generator.teacher.Structured;
import io.mosskit.generator.teacher.TeacherSettings;
import java.time.Duration;
import picocli.CommandLine.Option;

/// The options that say in which words a server is spoken to, and whether one by one or in batches.
final class ProtocolMixin {

  @Option(
      names = "--key-variable",
      paramLabel = "NAME",
      description = "the environment variable that holds the key (default: OPENAI_API_KEY)")
  private String keyVariable = TeacherSettings.KEY_VARIABLE;

  @Option(
      names = "--structured",
      paramLabel = "LEVEL",
      description = {
        "how JSON is asked for: schema, object, off, or auto, which is the most that the server",
        "takes (default: auto)"
      })
  private Structured structured = Structured.AUTO;

  @Option(names = "--no-seed", description = "send no seed; some servers refuse one")
  private boolean noSeed;

  @Option(
      names = "--batch",
      description = "ask through the Batch API: slower, cheaper, and the way for large runs")
  private boolean batch;

  @Option(
      names = "--batch-gather",
      paramLabel = "SECONDS",
      description = "how long nothing further comes before a batch is sent (default: 3)")
  private double gather = BatchSettings.DEFAULT.gather().toMillis() / 1000.0;

  /// Settings with these options.
  TeacherSettings settings(TeacherSettings usual) {
    return usual.withKeyVariable(keyVariable).withStructured(structured).withSendSeed(!noSeed);
  }

  /// An address, to be asked in batches where that is wanted.
  TeacherAddress batched(TeacherAddress address) {
    return batch
        ? new TeacherAddress.Batched(
            address, BatchSettings.DEFAULT.withGather(Duration.ofMillis(Math.round(gather * 1000))))
        : address;
  }
}
