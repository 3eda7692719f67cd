package io.mosskit.cli.recipe;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.money.Dollars;
import io.mosskit.generator.money.Price;
import java.math.BigDecimal;
import java.util.Optional;

/// Reads what tokens cost, and what a run may.
final class PricesReader {

  private PricesReader() {}

  /// `{input: 0.15, output: 0.60}`, US dollars for a million tokens.
  static Price price(Section section) throws RecipeException {
    Optional<BigDecimal> input = dollars(section, "input");
    Optional<BigDecimal> output = dollars(section, "output");
    section.end();
    if (input.isEmpty() || output.isEmpty()) {
      throw section.error("a price has \"input\" and \"output\", dollars for a million tokens");
    }
    try {
      return Price.ofMillion(input.get(), output.get());
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  /// `max-usd` and `max-tokens`.
  static Budget budget(Section section) throws RecipeException {
    Budget budget = Budget.UNLIMITED;
    Optional<BigDecimal> dollars = dollars(section, "max-usd");
    Optional<Long> tokens = section.value("max-tokens", Long::valueOf, "a whole number");
    try {
      if (dollars.isPresent()) {
        budget = budget.withDollars(Dollars.of(dollars.get()));
      }
      return tokens.isPresent() ? budget.withTokens(tokens.get()) : budget;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<BigDecimal> dollars(Section section, String key) throws RecipeException {
    return section.value(key, BigDecimal::new, "an amount of dollars such as 0.15");
  }
}
