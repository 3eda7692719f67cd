package io.mosskit.generator.money;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// An amount of US dollars, exact: a price of a million tokens with up to six decimals makes a
/// whole number of picodollars a token.
///
/// @param pico in millionths of a millionth of a dollar
public record Dollars(long pico) implements Comparable<Dollars> {

  public static final Dollars ZERO = new Dollars(0);

  private static final int DECIMALS = 12;
  private static final int SHOWN = 4;

  /// An amount such as `0.50`.
  ///
  /// @throws IllegalArgumentException where it has more than twelve decimals or is beyond nine
  ///   million
  public static Dollars of(BigDecimal amount) {
    try {
      return new Dollars(amount.movePointRight(DECIMALS).longValueExact());
    } catch (ArithmeticException _) {
      throw new IllegalArgumentException(
          "an amount of dollars has at most 12 decimals and is below 9 million, not " + amount);
    }
  }

  /// The sum.
  ///
  /// @throws ArithmeticException where it is beyond nine million
  public Dollars plus(Dollars other) {
    return new Dollars(Math.addExact(pico, other.pico));
  }

  public Dollars minus(Dollars other) {
    return new Dollars(Math.subtractExact(pico, other.pico));
  }

  public Dollars times(long factor) {
    return new Dollars(Math.multiplyExact(pico, factor));
  }

  public BigDecimal amount() {
    return BigDecimal.valueOf(pico, DECIMALS).stripTrailingZeros();
  }

  @Override
  public int compareTo(Dollars other) {
    return Long.compare(pico, other.pico);
  }

  /// `$0.4987`, rounded to four decimals.
  @Override
  public String toString() {
    return "$" + BigDecimal.valueOf(pico, DECIMALS).setScale(SHOWN, RoundingMode.HALF_UP);
  }
}
