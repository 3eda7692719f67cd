package io.mosskit.cli;

import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.teacher.TeacherSettings;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say who is asked, and how.
final class TeacherMixin {

  @Option(names = "--rehearsal", description = "use the rule-based teacher that comes with mosskit")
  private boolean rehearsal;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      description = "where the teacher is, /v1 included (default: OpenAI's)")
  private URI baseUrl = TeacherSettings.OPENAI;

  @Option(names = "--model", paramLabel = "NAME", description = "the teacher's model name")
  private @Nullable String model;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "the longest that one answer may take (default: 120)")
  private int timeout = 120;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "requests under way at once (default: 8; in batches 10000)")
  private @Nullable Integer concurrency;

  @Mixin private ProtocolMixin protocol = new ProtocolMixin();

  /// Where the teacher is found.
  TeacherAddress address() throws CommandFailure {
    if (rehearsal == (model != null)) {
      throw new CommandFailure(
          ExitCode.USAGE, "name a teacher: either --model NAME (with --base-url), or --rehearsal");
    }
    return protocol.batched(
        model == null
            ? new TeacherAddress.Rehearsal(1)
            : new TeacherAddress.Remote(
                protocol.settings(
                    new TeacherSettings(baseUrl, model, Duration.ofSeconds(timeout)))));
  }

  /// How it is called.
  TeacherPlan plan() throws CommandFailure {
    TeacherAddress address = address();
    return TeacherPlan.of(address.model())
        .withConcurrency(concurrency == null ? address.concurrency() : concurrency);
  }
}
