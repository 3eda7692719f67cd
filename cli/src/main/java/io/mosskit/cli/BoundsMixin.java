package io.mosskit.cli;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.plan.Bounds;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say how far a start goes.
final class BoundsMixin {

  @Option(
      names = "--max-usd",
      paramLabel = "AMOUNT",
      description = "stop before the run has cost more, all its starts together")
  private @Nullable BigDecimal maxUsd;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "stop before it has taken more tokens, of requests and answers together")
  private @Nullable Long maxTokens;

  @Option(
      names = "--preview",
      paramLabel = "N",
      description = "hold N dialogues, which count, and say what the whole run will take")
  private @Nullable Integer preview;

  /// The bounds that are given, and where none is, those of a recipe.
  ///
  /// @throws IllegalArgumentException where one is out of its range
  Bounds over(Bounds bounds) {
    Budget budget = bounds.budget();
    if (maxUsd != null) {
      budget = budget.withDollars(Dollars.of(maxUsd));
    }
    if (maxTokens != null) {
      budget = budget.withTokens(maxTokens);
    }
    Bounds bounded = bounds.withBudget(budget);
    return preview == null ? bounded : bounded.withPreview(preview);
  }
}
