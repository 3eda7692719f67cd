package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// A polynomial other than zero in one unknown, up to a factor: its coefficients are integers
/// without a common divisor, the leading one positive.
///
/// @param coefficients that of the n-th power at index n
record Univariate(List<BigInteger> coefficients) {

  static final Univariate ONE = new Univariate(List.of(BigInteger.ONE));

  /// The identity polynomial, whose root is 0.
  static final Univariate X = new Univariate(List.of(BigInteger.ZERO, BigInteger.ONE));

  Univariate {
    coefficients = List.copyOf(coefficients);
  }

  static Univariate of(Rational[] coefficients, Budget budget) throws Refusal {
    BigInteger denominator = BigInteger.ONE;
    for (Rational coefficient : coefficients) {
      budget.spendProduct(denominator, coefficient.denominator());
      BigInteger common = denominator.gcd(coefficient.denominator());
      denominator = budget.admit(denominator.multiply(coefficient.denominator().divide(common)));
    }
    List<BigInteger> integers = new ArrayList<>();
    for (Rational coefficient : coefficients) {
      budget.spendProduct(denominator, coefficient.numerator());
      integers.add(denominator.divide(coefficient.denominator()).multiply(coefficient.numerator()));
    }
    return primitive(integers, budget);
  }

  private static Univariate primitive(List<BigInteger> integers, Budget budget) throws Refusal {
    List<BigInteger> trimmed = trimmed(integers);
    BigInteger content = BigInteger.ZERO;
    for (BigInteger integer : trimmed) {
      budget.spendProduct(integer, integer);
      content = content.gcd(integer);
    }
    BigInteger divisor = trimmed.getLast().signum() < 0 ? content.negate() : content;
    return new Univariate(trimmed.stream().map(integer -> integer.divide(divisor)).toList());
  }

  private static List<BigInteger> trimmed(List<BigInteger> integers) {
    int length = integers.size();
    while (length > 0 && integers.get(length - 1).signum() == 0) {
      length--;
    }
    return integers.subList(0, length);
  }

  int degree() {
    return coefficients.size() - 1;
  }

  BigInteger coefficient(int power) {
    return coefficients.get(power);
  }

  BigInteger leading() {
    return coefficients.getLast();
  }

  /// The bits of the widest coefficient.
  int bits() {
    return coefficients.stream().mapToInt(BigInteger::bitLength).max().orElseThrow();
  }

  /// The same roots, each of them once.
  Univariate squareFree(Budget budget) throws Refusal {
    if (degree() < 2) {
      return this;
    }
    Univariate repeated = commonDivisor(derivative(budget), budget);
    return quotient(repeated, budget).orElseThrow();
  }

  private Univariate derivative(Budget budget) throws Refusal {
    List<BigInteger> derivative = new ArrayList<>();
    for (int i = 1; i <= degree(); i++) {
      derivative.add(coefficient(i).multiply(BigInteger.valueOf(i)));
    }
    return primitive(derivative, budget);
  }

  /// Euclid's algorithm with pseudo-remainders made primitive (Knuth, The Art of Computer
  /// Programming, volume 2, 4.6.1).
  private Univariate commonDivisor(Univariate other, Budget budget) throws Refusal {
    Univariate a = this;
    Univariate b = other;
    while (b.degree() > 0) {
      List<BigInteger> remainder = a.pseudoRemainder(b, budget);
      if (remainder.isEmpty()) {
        return b;
      }
      a = b;
      b = primitive(remainder, budget);
    }
    return ONE;
  }

  private List<BigInteger> pseudoRemainder(Univariate divisor, Budget budget) throws Refusal {
    List<BigInteger> rest = new ArrayList<>(coefficients);
    while (rest.size() > divisor.degree()) {
      BigInteger leading = rest.getLast();
      int shift = rest.size() - 1 - divisor.degree();
      for (int i = 0; i < rest.size(); i++) {
        BigInteger subtracted = i < shift ? BigInteger.ZERO : divisor.coefficient(i - shift);
        pay(rest.get(i), divisor.leading(), budget);
        pay(leading, subtracted, budget);
        rest.set(i, rest.get(i).multiply(divisor.leading()).subtract(leading.multiply(subtracted)));
      }
      rest = new ArrayList<>(trimmed(rest));
    }
    return rest;
  }

  /// What is left of this when the divisor's roots are taken out, where it divides this exactly.
  /// Integers suffice, by Gauss's lemma.
  Optional<Univariate> quotient(Univariate divisor, Budget budget) throws Refusal {
    List<BigInteger> rest = new ArrayList<>(coefficients);
    BigInteger[] quotient = new BigInteger[Math.max(0, degree() - divisor.degree() + 1)];
    Arrays.fill(quotient, BigInteger.ZERO);
    for (int shift = quotient.length - 1; shift >= 0; shift--) {
      BigInteger top = rest.get(shift + divisor.degree());
      pay(top, divisor.leading(), budget);
      BigInteger[] parts = top.divideAndRemainder(divisor.leading());
      if (parts[1].signum() != 0) {
        return Optional.empty();
      }
      quotient[shift] = parts[0];
      for (int i = 0; i <= divisor.degree(); i++) {
        pay(parts[0], divisor.coefficient(i), budget);
        BigInteger subtracted = parts[0].multiply(divisor.coefficient(i));
        rest.set(shift + i, rest.get(shift + i).subtract(subtracted));
      }
    }
    return rest.stream().allMatch(integer -> integer.signum() == 0)
        ? Optional.of(new Univariate(Arrays.asList(quotient)))
        : Optional.empty();
  }

  /// Whether only even powers stand in it, so that with each root its negative is one.
  boolean isEven() {
    for (int i = 1; i <= degree(); i += 2) {
      if (coefficient(i).signum() != 0) {
        return false;
      }
    }
    return true;
  }

  private static void pay(BigInteger a, BigInteger b, Budget budget) throws Refusal {
    budget.spend(4 * Budget.product(a, b));
    budget.requireRoom(BigInteger.valueOf((long) a.bitLength() + b.bitLength()));
  }
}
