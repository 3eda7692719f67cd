package io.mosskit.plugins.solve;

import java.math.BigDecimal;
import java.math.MathContext;

/// A number computed in [Root#DIGITS] digits, and how large what it was made of is: what is much
/// smaller than its parts is not known to be other than zero.
///
/// @param size no less than the value, and than what was added up to it
record Estimate(Complex value, BigDecimal size) {

  private static final MathContext DIGITS = Root.DIGITS;

  /// To this part of their size two sides of an equation must agree, 10⁻²⁵.
  private static final int AGREEING_DIGITS = 25;

  static Estimate of(Complex value) {
    return new Estimate(value, value.abs(DIGITS));
  }

  /// Whether it is zero as far as anyone can tell.
  boolean vanishes() {
    return value.abs(DIGITS).compareTo(size.movePointLeft(AGREEING_DIGITS)) <= 0;
  }

  Estimate plus(Estimate other) {
    return new Estimate(value.plus(other.value, DIGITS), size.add(other.size, DIGITS));
  }

  Estimate negate() {
    return new Estimate(value.negate(), size);
  }

  Estimate times(Estimate other) {
    return new Estimate(value.times(other.value, DIGITS), size.multiply(other.size, DIGITS));
  }

  /// @param other one that does not vanish
  Estimate over(Estimate other) {
    return new Estimate(
        value.over(other.value, DIGITS), size.divide(other.value.abs(DIGITS), DIGITS));
  }

  Estimate power(int exponent) {
    Estimate power = of(Complex.ONE);
    for (int bit = Integer.SIZE - Integer.numberOfLeadingZeros(exponent) - 1; bit >= 0; bit--) {
      power = power.times(power);
      if ((exponent >> bit & 1) == 1) {
        power = power.times(this);
      }
    }
    return power;
  }
}
