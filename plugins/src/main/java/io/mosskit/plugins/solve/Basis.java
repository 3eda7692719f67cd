package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// A Gröbner basis: polynomials with the same common zeros as the given ones, by which every
/// polynomial has one remainder only. For linear equations it is Gauss's elimination.
///
/// Buchberger's algorithm; see Cox, Little, O'Shea, Ideals, Varieties, and Algorithms, chapter 2.
final class Basis {

  private final Budget budget;
  private final List<Polynomial> elements = new ArrayList<>();
  private final Deque<Polynomial> incoming;
  private final PriorityQueue<Pair> pairs =
      new PriorityQueue<>(Comparator.comparing(Pair::multiple).thenComparingInt(Pair::number));
  private int pairsMade;

  private Basis(List<Polynomial> polynomials, Budget budget) throws Refusal {
    this.budget = budget;
    incoming =
        new ArrayDeque<>(
            polynomials.stream()
                .filter(polynomial -> !polynomial.isZero())
                .sorted(Comparator.comparing(Polynomial::leading))
                .toList());
    complete();
  }

  static Basis of(List<Polynomial> polynomials, Budget budget) throws Refusal {
    return new Basis(polynomials, budget);
  }

  private record Pair(Monomial multiple, int number, Polynomial first, Polynomial second) {}

  private void complete() throws Refusal {
    while (!isContradiction() && (!incoming.isEmpty() || !pairs.isEmpty())) {
      Polynomial candidate = incoming.isEmpty() ? difference(pairs.remove()) : incoming.remove();
      Polynomial remainder = remainder(candidate);
      if (!remainder.isZero()) {
        add(remainder.monic(budget));
      }
    }
  }

  /// Those that the new element leads come in again, and their pairs go.
  private void add(Polynomial element) {
    for (Polynomial other : List.copyOf(elements)) {
      if (element.leading().divides(other.leading())) {
        elements.remove(other);
        incoming.add(other);
        pairs.removeIf(pair -> pair.first().equals(other) || pair.second().equals(other));
      }
    }
    for (Polynomial other : elements) {
      if (!element.leading().isCoprimeTo(other.leading())) {
        Monomial multiple = element.leading().leastCommonMultiple(other.leading());
        pairs.add(new Pair(multiple, pairsMade++, element, other));
      }
    }
    elements.add(element);
  }

  /// Both multiplied so that their leading terms cancel.
  private Polynomial difference(Pair pair) throws Refusal {
    Polynomial first =
        Polynomial.ZERO.plus(
            pair.first(), Rational.ONE, pair.multiple().over(pair.first().leading()), budget);
    return first.plus(
        pair.second(),
        Rational.ONE.negate(),
        pair.multiple().over(pair.second().leading()),
        budget);
  }

  /// What division by the elements leaves.
  Polynomial remainder(Polynomial polynomial) throws Refusal {
    Polynomial rest = polynomial;
    Polynomial remainder = Polynomial.ZERO;
    while (!rest.isZero()) {
      Monomial leading = rest.leading();
      Rational coefficient = rest.leadingCoefficient();
      Optional<Polynomial> divisor =
          elements.stream().filter(element -> element.leading().divides(leading)).findFirst();
      if (divisor.isPresent()) {
        Monomial shift = leading.over(divisor.get().leading());
        rest = rest.plus(divisor.get(), coefficient.negate(), shift, budget);
      } else {
        remainder = remainder.plus(Polynomial.ONE, coefficient, leading, budget);
        rest = rest.plus(Polynomial.ONE, coefficient.negate(), leading, budget);
      }
    }
    return remainder;
  }

  /// Whether nothing satisfies all of the polynomials.
  boolean isContradiction() {
    return elements.stream().anyMatch(Polynomial::isConstant);
  }

  /// Whether a power of this generator leads one of the elements. Where that is so of all
  /// generators, they have finitely many values.
  boolean bounds(int generator) {
    return elements.stream().anyMatch(element -> element.leading().soleGenerator() == generator);
  }

  /// The polynomial of least degree that all values of a generator satisfy. The powers of the
  /// generator are vectors over the monomials that the basis does not lead, and the first of them
  /// that the ones before it add up to gives the polynomial (Faugère, Gianni, Lazard, Mora, 1993,
  /// doi:10.1006/jsco.1993.1051).
  ///
  /// @param generator one of a system of which all are bounded
  Univariate eliminant(int generator) throws Refusal {
    for (Polynomial element : elements) {
      if (element.leading().soleGenerator() == generator && element.generators().size() == 1) {
        return element.univariate(generator, budget); // nothing leads a lower power
      }
    }
    List<Row> rows = new ArrayList<>();
    Polynomial power = remainder(Polynomial.ONE);
    for (int exponent = 0; ; exponent++) {
      Row row =
          new Row(
              power,
              Polynomial.ZERO.plus(
                  Polynomial.ONE, Rational.ONE, Monomial.power(0, exponent), budget));
      for (Row other : rows) {
        row = row.without(other, budget);
      }
      if (row.vector().isZero()) {
        return row.combination().univariate(0, budget);
      }
      rows.add(row);
      power = remainder(power.times(Polynomial.generator(generator), budget));
    }
  }

  /// @param vector a sum of powers of the generator, reduced
  /// @param combination which powers they are
  private record Row(Polynomial vector, Polynomial combination) {

    Row without(Row other, Budget budget) throws Refusal {
      Rational entry = vector.coefficient(other.vector.leading());
      if (entry.isZero()) {
        return this;
      }
      Rational times = entry.negate().over(other.vector.leadingCoefficient(), budget);
      return new Row(
          vector.plus(other.vector, times, Monomial.ONE, budget),
          combination.plus(other.combination, times, Monomial.ONE, budget));
    }
  }
}
