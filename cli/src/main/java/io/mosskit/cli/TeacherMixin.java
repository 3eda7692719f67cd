package io.mosskit.cli;

import io.mosskit.cli.recipe.PriceList;
import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.money.Price;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.teacher.TeacherSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
      description = "most requests under way at once (default: 8; in batches 10000)")
  private @Nullable Integer concurrency;

  @Mixin private ProtocolMixin protocol = new ProtocolMixin();

  @Option(
      names = "--requests-per-minute",
      paramLabel = "N",
      description = "send no more than so many (default: no limit)")
  private long requests;

  @Option(
      names = "--tokens-per-minute",
      paramLabel = "N",
      description = "send and get no more tokens than so many (default: no limit)")
  private long tokens;

  @Option(
      names = "--longest-wait",
      paramLabel = "SECONDS",
      description = "the longest pause that the teacher may ask for (default: 600)")
  private int longestWait = 600;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "what models cost: MODEL: {input: 0.15, output: 0.60}, US$ a million tokens")
  private @Nullable Path prices;

  /// Where the teacher is found.
  TeacherAddress address() throws CommandFailure {
    if (rehearsal == (model != null)) {
      throw new CommandFailure(
          ExitCode.USAGE, "name a teacher: either --model NAME (with --base-url), or --rehearsal");
    }
    return protocol.batched(
        model == null
            ? new TeacherAddress.Rehearsal(1, 0)
            : new TeacherAddress.Remote(
                protocol.settings(
                    new TeacherSettings(baseUrl, model, Duration.ofSeconds(timeout)))));
  }

  /// How it is called.
  TeacherPlan plan() throws CommandFailure, IOException, RecipeException {
    TeacherAddress address = address();
    String name = address.model();
    TeacherPlan plan =
        TeacherPlan.of(name)
            .withConcurrency(concurrency == null ? address.concurrency() : concurrency)
            .withLongestWait(Duration.ofSeconds(longestWait))
            .withRates(new TeacherPlan.Rates(requests, tokens));
    return price(name).map(plan::withPrice).orElse(plan);
  }

  private Optional<Price> price(String name) throws CommandFailure, IOException, RecipeException {
    if (prices == null) {
      return Optional.empty();
    }
    Optional<Price> price = PriceList.read(prices).of(name);
    if (price.isEmpty()) {
      throw new CommandFailure(ExitCode.USAGE, prices + " has no price of " + name);
    }
    return price;
  }
}
