package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/// A fraction in lowest terms, its denominator positive. Each operation pays before it computes.
record Rational(BigInteger numerator, BigInteger denominator) implements Comparable<Rational> {

  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);

  /// What an operation costs beside its products: the common divisor is taken out of each result.
  private static final int REDUCTION = 16;

  static Rational of(long number) {
    return of(BigInteger.valueOf(number));
  }

  static Rational of(BigInteger number) {
    return new Rational(number, BigInteger.ONE);
  }

  /// The decimal without any rounding.
  static Rational of(BigDecimal decimal, Budget budget) throws Refusal {
    int scale = decimal.scale();
    budget.spendPower(BigInteger.valueOf(3L * Math.abs((long) scale))); // log₂ 10 is over 3
    BigInteger digits = decimal.unscaledValue();
    return scale <= 0
        ? of(digits.multiply(BigInteger.TEN.pow(-scale)))
        : reduced(digits, BigInteger.TEN.pow(scale));
  }

  /// @param denominator other than zero
  static Rational reduced(BigInteger numerator, BigInteger denominator) {
    BigInteger divisor = numerator.gcd(denominator);
    BigInteger signed = denominator.signum() < 0 ? divisor.negate() : divisor;
    return new Rational(numerator.divide(signed), denominator.divide(signed));
  }

  Rational plus(Rational other, Budget budget) throws Refusal {
    pay(other, budget);
    return reduced(
        numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
        denominator.multiply(other.denominator));
  }

  Rational minus(Rational other, Budget budget) throws Refusal {
    return plus(other.negate(), budget);
  }

  Rational times(Rational other, Budget budget) throws Refusal {
    pay(other, budget);
    return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Rational over(Rational other, Budget budget) throws Refusal {
    if (other.isZero()) {
      throw new Refusal(Reason.DIVISION_BY_ZERO, "division by zero");
    }
    return times(other.reciprocal(), budget);
  }

  Rational power(BigInteger exponent, Budget budget) throws Refusal {
    if (exponent.signum() < 0) {
      return ONE.over(power(exponent.negate(), budget), budget);
    }
    if (isInteger() && numerator.abs().bitLength() <= 1) { // stays small whatever the exponent
      boolean one = exponent.signum() == 0 || (signum() < 0 && !exponent.testBit(0));
      return one ? ONE : this;
    }
    int bits = Math.max(numerator.abs().bitLength(), denominator.bitLength());
    budget.spendPower(exponent.multiply(BigInteger.valueOf(bits)));
    return new Rational(
        numerator.pow(exponent.intValueExact()), denominator.pow(exponent.intValueExact()));
  }

  /// Of a number other than zero.
  Rational reciprocal() {
    return new Rational(signum() < 0 ? denominator.negate() : denominator, numerator.abs());
  }

  Rational negate() {
    return new Rational(numerator.negate(), denominator);
  }

  int signum() {
    return numerator.signum();
  }

  boolean isZero() {
    return numerator.signum() == 0;
  }

  boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  BigDecimal decimal(MathContext digits) {
    return new BigDecimal(numerator).divide(new BigDecimal(denominator), digits);
  }

  private void pay(Rational other, Budget budget) throws Refusal {
    budget.spend(REDUCTION * Budget.product(widest(), other.widest()));
    budget.requireRoom(
        BigInteger.valueOf((long) widest().bitLength() + other.widest().bitLength()));
  }

  private BigInteger widest() {
    return numerator.bitLength() > denominator.bitLength() ? numerator : denominator;
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
