package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.util.SortedSet;

/// A quotient of polynomials. A constant denominator is 1; other common factors may stay.
record Fraction(Polynomial numerator, Polynomial denominator) {

  static Fraction of(Rational value) {
    return of(Polynomial.constant(value));
  }

  static Fraction of(Polynomial polynomial) {
    return new Fraction(polynomial, Polynomial.ONE);
  }

  private static Fraction of(Polynomial numerator, Polynomial denominator, Budget budget)
      throws Refusal {
    return denominator.isConstant()
        ? of(numerator.times(Rational.ONE.over(denominator.constantTerm(), budget), budget))
        : new Fraction(numerator, denominator);
  }

  boolean isConstant() {
    return isPolynomial() && numerator.isConstant();
  }

  boolean isPolynomial() {
    return denominator.isConstant();
  }

  /// The value of one that [#isConstant()].
  Rational value() {
    return numerator.constantTerm();
  }

  SortedSet<Integer> generators() {
    SortedSet<Integer> generators = numerator.generators();
    generators.addAll(denominator.generators());
    return generators;
  }

  Fraction plus(Fraction other, Budget budget) throws Refusal {
    if (denominator.equals(other.denominator)) {
      return new Fraction(numerator.plus(other.numerator, budget), denominator);
    }
    return new Fraction(
        numerator
            .times(other.denominator, budget)
            .plus(other.numerator.times(denominator, budget), budget),
        denominator.times(other.denominator, budget));
  }

  Fraction times(Fraction other, Budget budget) throws Refusal {
    return new Fraction(
        numerator.times(other.numerator, budget), denominator.times(other.denominator, budget));
  }

  Fraction over(Fraction other, Budget budget) throws Refusal {
    if (other.numerator.isZero()) {
      throw new Refusal(Reason.DIVISION_BY_ZERO, "division by zero");
    }
    return of(
        numerator.times(other.denominator, budget),
        denominator.times(other.numerator, budget),
        budget);
  }

  Fraction negate(Budget budget) throws Refusal {
    return new Fraction(numerator.times(Rational.ONE.negate(), budget), denominator);
  }

  Fraction power(int exponent, Budget budget) throws Refusal {
    if (exponent < 0) {
      return of(Rational.ONE).over(power(-exponent, budget), budget);
    }
    return new Fraction(numerator.power(exponent, budget), denominator.power(exponent, budget));
  }
}
