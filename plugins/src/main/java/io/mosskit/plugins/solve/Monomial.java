package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;
import java.util.Arrays;

/// A product of powers of generators, which are numbered from 0. The order is the graded reverse
/// lexicographic one.
final class Monomial implements Comparable<Monomial> {

  static final Monomial ONE = new Monomial();

  /// The highest degree that is read; what has more is no school book's equation.
  static final int HIGHEST_DEGREE = 2000;

  private final int[] exponents; // the last of them is not 0
  private final int degree;

  private Monomial(int... exponents) {
    int length = exponents.length;
    while (length > 0 && exponents[length - 1] == 0) {
      length--;
    }
    this.exponents = Arrays.copyOf(exponents, length);
    degree = Arrays.stream(exponents).sum();
  }

  static Monomial power(int generator, int exponent) {
    int[] exponents = new int[generator + 1];
    exponents[generator] = exponent;
    return new Monomial(exponents);
  }

  int degree() {
    return degree;
  }

  int exponent(int generator) {
    return generator < exponents.length ? exponents[generator] : 0;
  }

  /// One more than the number of the last generator in it.
  int width() {
    return exponents.length;
  }

  Monomial times(Monomial other) throws Refusal {
    if (degree + other.degree > HIGHEST_DEGREE) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED, "a power is higher than the degree " + HIGHEST_DEGREE);
    }
    int[] sum = new int[Math.max(width(), other.width())];
    Arrays.setAll(sum, i -> exponent(i) + other.exponent(i));
    return new Monomial(sum);
  }

  boolean divides(Monomial other) {
    for (int i = 0; i < exponents.length; i++) {
      if (exponents[i] > other.exponent(i)) {
        return false;
      }
    }
    return true;
  }

  /// @param divisor one that divides this
  Monomial over(Monomial divisor) {
    int[] difference = new int[width()];
    Arrays.setAll(difference, i -> exponent(i) - divisor.exponent(i));
    return new Monomial(difference);
  }

  Monomial leastCommonMultiple(Monomial other) {
    int[] larger = new int[Math.max(width(), other.width())];
    Arrays.setAll(larger, i -> Math.max(exponent(i), other.exponent(i)));
    return new Monomial(larger);
  }

  boolean isCoprimeTo(Monomial other) {
    return leastCommonMultiple(other).degree == degree + other.degree;
  }

  /// The number of the generator of which this is a power, or -1.
  int soleGenerator() {
    int last = width() - 1;
    return last >= 0 && exponents[last] == degree ? last : -1;
  }

  @Override
  public int compareTo(Monomial other) {
    if (degree != other.degree) {
      return Integer.compare(degree, other.degree);
    }
    for (int i = Math.max(width(), other.width()) - 1; i >= 0; i--) {
      if (exponent(i) != other.exponent(i)) {
        return Integer.compare(other.exponent(i), exponent(i));
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Monomial monomial && Arrays.equals(exponents, monomial.exponents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(exponents);
  }

  @Override
  public String toString() {
    return Arrays.toString(exponents);
  }
}
