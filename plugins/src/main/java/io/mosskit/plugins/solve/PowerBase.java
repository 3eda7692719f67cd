package io.mosskit.plugins.solve;

import java.math.BigInteger;

/// A positive number other than 1 as a power of the least base: 8 is 2³, 1/9 is 3⁻².
record PowerBase(Rational base, int exponent) {

  /// Larger numbers are not looked into.
  private static final int LARGEST = 1 << 20;

  static PowerBase of(Rational number) {
    boolean below = number.compareTo(Rational.ONE) < 0;
    Rational above = below ? number.reciprocal() : number;
    PowerBase least = above.isInteger() ? of(above.numerator()) : new PowerBase(above, 1);
    return below ? new PowerBase(least.base(), -least.exponent()) : least;
  }

  private static PowerBase of(BigInteger number) {
    if (number.bitLength() > Integer.numberOfTrailingZeros(LARGEST)) {
      return new PowerBase(Rational.of(number), 1);
    }
    for (long base = 2; base * base <= number.longValue(); base++) {
      long power = base;
      int exponent = 1;
      while (power < number.longValue()) {
        power *= base;
        exponent++;
      }
      if (power == number.longValue()) {
        return new PowerBase(Rational.of(base), exponent);
      }
    }
    return new PowerBase(Rational.of(number), 1);
  }
}
