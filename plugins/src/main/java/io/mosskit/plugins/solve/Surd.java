package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// The number a + b√d, which a quadratic equation has for a root. Where b is 0, d is 1.
///
/// @param radicand d, without square factors that are easily found; below zero for a complex number
record Surd(Rational rational, Rational coefficient, BigInteger radicand) {

  /// Square factors of larger primes are found only where nothing else is left.
  private static final long LARGEST_PRIME = 1 << 15;

  static Surd of(Rational value) {
    return new Surd(value, Rational.ZERO, BigInteger.ONE);
  }

  /// a + b√n.
  static Surd of(Rational rational, Rational coefficient, BigInteger n, Budget budget)
      throws Refusal {
    BigInteger root = BigInteger.ONE;
    BigInteger rest = n.abs();
    for (long p = 2; p <= LARGEST_PRIME && rest.bitLength() > 1; p++) {
      BigInteger prime = BigInteger.valueOf(p);
      BigInteger square = prime.multiply(prime);
      if (square.compareTo(rest) > 0) {
        break;
      }
      budget.spendProduct(rest, BigInteger.valueOf(Long.MAX_VALUE));
      while (rest.mod(square).signum() == 0) {
        rest = rest.divide(square);
        root = root.multiply(prime);
      }
    }
    BigInteger whole = rest.sqrt();
    if (whole.multiply(whole).equals(rest)) {
      root = root.multiply(whole);
      rest = BigInteger.ONE;
    }
    Rational times = coefficient.times(Rational.of(root), budget);
    return rest.equals(BigInteger.ONE) && n.signum() > 0
        ? of(rational.plus(times, budget))
        : new Surd(rational, times, n.signum() < 0 ? rest.negate() : rest);
  }

  boolean isRational() {
    return coefficient.isZero();
  }

  Complex decimal(MathContext digits) {
    BigDecimal root = new BigDecimal(radicand.abs()).sqrt(digits);
    BigDecimal irrational = coefficient.decimal(digits).multiply(root, digits);
    BigDecimal decimal = rational.decimal(digits);
    if (radicand.signum() < 0) {
      return new Complex(decimal, irrational);
    }
    if (decimal.signum() * irrational.signum() >= 0) {
      return Complex.real(decimal.add(irrational, digits));
    }
    // What would cancel in a + b√d does not in (a² − b²d) / (a − b√d).
    return Complex.real(norm(digits).divide(decimal.subtract(irrational), digits));
  }

  private BigDecimal norm(MathContext digits) {
    BigInteger square = rational.numerator().multiply(coefficient.denominator()).pow(2);
    BigInteger other = coefficient.numerator().multiply(rational.denominator()).pow(2);
    BigInteger denominator = rational.denominator().multiply(coefficient.denominator()).pow(2);
    return new BigDecimal(square.subtract(other.multiply(radicand)))
        .divide(new BigDecimal(denominator), digits);
  }
}
