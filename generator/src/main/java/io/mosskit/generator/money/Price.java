package io.mosskit.generator.money;

import java.math.BigDecimal;

/// What a teacher's tokens cost.
///
/// @param input a token of a request
/// @param output a token of an answer
public record Price(Dollars input, Dollars output) {

  private static final int MILLION = 6;

  public Price {
    if (input.compareTo(Dollars.ZERO) < 0 || output.compareTo(Dollars.ZERO) < 0) {
      throw new IllegalArgumentException("a price is at least 0, not %s".formatted(input));
    }
  }

  /// A price as it stands in price lists: dollars for a million tokens.
  ///
  /// @throws IllegalArgumentException where one is negative or has more than six decimals
  public static Price ofMillion(BigDecimal input, BigDecimal output) {
    return new Price(
        Dollars.of(input.movePointLeft(MILLION)), Dollars.of(output.movePointLeft(MILLION)));
  }

  Dollars of(long promptTokens, long completionTokens) {
    return input.times(promptTokens).plus(output.times(completionTokens));
  }
}
