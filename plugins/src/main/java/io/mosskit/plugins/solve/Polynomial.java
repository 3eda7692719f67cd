package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A polynomial with rational coefficients in any number of generators.
///
/// @param terms the coefficients other than zero
record Polynomial(NavigableMap<Monomial, Rational> terms) {

  static final Polynomial ZERO = new Polynomial(new TreeMap<>());
  static final Polynomial ONE = constant(Rational.ONE);

  /// What finding a term's place costs, in products of words.
  private static final int LOOKUP = 256;

  Polynomial {
    terms = Collections.unmodifiableNavigableMap(terms); // a view: each is made for one polynomial
  }

  static Polynomial constant(Rational value) {
    return value.isZero() ? ZERO : term(value, Monomial.ONE);
  }

  static Polynomial generator(int number) {
    return term(Rational.ONE, Monomial.power(number, 1));
  }

  private static Polynomial term(Rational coefficient, Monomial monomial) {
    NavigableMap<Monomial, Rational> terms = new TreeMap<>();
    terms.put(monomial, coefficient);
    return new Polynomial(terms);
  }

  boolean isZero() {
    return terms.isEmpty();
  }

  boolean isConstant() {
    return isZero() || leading().degree() == 0;
  }

  Rational constantTerm() {
    return coefficient(Monomial.ONE);
  }

  Rational coefficient(Monomial monomial) {
    return terms.getOrDefault(monomial, Rational.ZERO);
  }

  /// The largest monomial of a polynomial other than zero.
  Monomial leading() {
    return terms.lastKey();
  }

  Rational leadingCoefficient() {
    return terms.lastEntry().getValue();
  }

  Polynomial plus(Polynomial other, Budget budget) throws Refusal {
    return plus(other, Rational.ONE, Monomial.ONE, budget);
  }

  Polynomial minus(Polynomial other, Budget budget) throws Refusal {
    return plus(other, Rational.ONE.negate(), Monomial.ONE, budget);
  }

  /// This, and the other one as many times.
  Polynomial plus(Polynomial other, Rational times, Monomial shift, Budget budget) throws Refusal {
    NavigableMap<Monomial, Rational> sum = new TreeMap<>(terms);
    budget.spend((long) LOOKUP * (terms.size() + other.terms.size()));
    add(sum, other, times, shift, budget);
    return new Polynomial(sum);
  }

  Polynomial times(Polynomial other, Budget budget) throws Refusal {
    NavigableMap<Monomial, Rational> product = new TreeMap<>();
    for (Map.Entry<Monomial, Rational> term : terms.entrySet()) {
      budget.spend((long) LOOKUP * other.terms.size());
      add(product, other, term.getValue(), term.getKey(), budget);
    }
    return new Polynomial(product);
  }

  private static void add(
      NavigableMap<Monomial, Rational> sum,
      Polynomial other,
      Rational times,
      Monomial shift,
      Budget budget)
      throws Refusal {
    for (Map.Entry<Monomial, Rational> term : other.terms.entrySet()) {
      Monomial monomial = term.getKey().times(shift);
      Rational added = term.getValue().times(times, budget);
      Rational total = sum.getOrDefault(monomial, Rational.ZERO).plus(added, budget);
      if (total.isZero()) {
        sum.remove(monomial);
      } else {
        sum.put(monomial, total);
      }
    }
  }

  Polynomial times(Rational factor, Budget budget) throws Refusal {
    return ZERO.plus(this, factor, Monomial.ONE, budget);
  }

  /// @param exponent at least 0
  Polynomial power(int exponent, Budget budget) throws Refusal {
    if (exponent == 0) {
      return ONE;
    }
    Polynomial half = power(exponent / 2, budget);
    Polynomial square = half.times(half, budget);
    return exponent % 2 == 0 ? square : square.times(this, budget);
  }

  /// The same zeros, with the leading coefficient 1.
  Polynomial monic(Budget budget) throws Refusal {
    return times(Rational.ONE.over(leadingCoefficient(), budget), budget);
  }

  /// The numbers of the generators in it.
  SortedSet<Integer> generators() {
    SortedSet<Integer> generators = new TreeSet<>();
    for (Monomial monomial : terms.keySet()) {
      for (int i = 0; i < monomial.width(); i++) {
        if (monomial.exponent(i) > 0) {
          generators.add(i);
        }
      }
    }
    return generators;
  }

  /// This one, other than zero, as a polynomial in its sole generator.
  Univariate univariate(int generator, Budget budget) throws Refusal {
    Rational[] coefficients = new Rational[leading().degree() + 1];
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = coefficient(Monomial.power(generator, i));
    }
    return Univariate.of(coefficients, budget);
  }
}
