package io.mosskit.generator.money;

import java.util.Optional;

/// What requests take.
///
/// @param promptTokens tokens of the requests
/// @param completionTokens tokens of the answers
/// @param dollars their price; nothing where none is known
public record Cost(long promptTokens, long completionTokens, Dollars dollars) {

  public static final Cost NOTHING = new Cost(0, 0, Dollars.ZERO);

  /// The cost of so many tokens at a price.
  public static Cost of(Optional<Price> price, long promptTokens, long completionTokens) {
    Dollars dollars =
        price.map(known -> known.of(promptTokens, completionTokens)).orElse(Dollars.ZERO);
    return new Cost(promptTokens, completionTokens, dollars);
  }

  public Cost plus(Cost other) {
    return new Cost(
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens,
        dollars.plus(other.dollars));
  }

  public Cost minus(Cost other) {
    return new Cost(
        promptTokens - other.promptTokens,
        completionTokens - other.completionTokens,
        dollars.minus(other.dollars));
  }

  public long tokens() {
    return promptTokens + completionTokens;
  }
}
