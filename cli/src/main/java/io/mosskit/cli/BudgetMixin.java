package io.mosskit.cli;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.TeacherPlan;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that say what a teacher may cost.
final class BudgetMixin {

  @Option(
      names = "--max-usd",
      paramLabel = "AMOUNT",
      description = "stop before the run has cost more, all its starts together; wants --prices")
  private @Nullable BigDecimal maxUsd;

  @Option(
      names = "--max-tokens",
      paramLabel = "N",
      description = "stop before it has taken more tokens, of requests and answers together")
  private @Nullable Long maxTokens;

  boolean isGiven() {
    return maxUsd != null || maxTokens != null;
  }

  /// The budget that is given, and where none is, another one.
  ///
  /// @throws IllegalArgumentException where it is out of its range
  Budget over(Budget other) {
    Budget budget = maxUsd == null ? other : other.withDollars(Dollars.of(maxUsd));
    return maxTokens == null ? budget : budget.withTokens(maxTokens);
  }

  /// The budget that is given for one teacher.
  ///
  /// @throws CommandFailure where it is out of its range, or counts dollars and no price is known
  Budget of(TeacherPlan teacher) throws CommandFailure {
    try {
      Budget budget = over(Budget.UNLIMITED);
      Bounds.NONE.withBudget(budget).requirePrices(List.of(teacher));
      return budget;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }
}
