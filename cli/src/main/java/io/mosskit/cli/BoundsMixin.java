package io.mosskit.cli;

import io.mosskit.generator.plan.Bounds;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say how far a start goes.
final class BoundsMixin {

  @Mixin private BudgetMixin budget = new BudgetMixin();

  @Option(
      names = "--preview",
      paramLabel = "N",
      description = "hold N dialogues, which count, and say what the whole run will take")
  private @Nullable Integer preview;

  /// The bounds that are given, and where none is, those of a recipe.
  ///
  /// @throws IllegalArgumentException where one is out of its range
  Bounds over(Bounds bounds) {
    Bounds bounded = bounds.withBudget(budget.over(bounds.budget()));
    return preview == null ? bounded : bounded.withPreview(preview);
  }
}
