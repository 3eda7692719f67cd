package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.solve.Generator.Applied;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Joins logarithms: where `2 ln x − ln y` is a number, `x² / y` is e to that power.
final class Logarithms {

  private static final int HIGHEST_POWER = 8;

  private final Translation translation;
  private final Budget budget;

  Logarithms(Translation translation, Budget budget) {
    this.translation = translation;
    this.budget = budget;
  }

  private record Term(Fraction argument, Rational coefficient) {}

  /// The polynomials, without the logarithms that stand in one of them only and there for
  /// themselves.
  List<Polynomial> joined(List<Polynomial> polynomials) throws Refusal {
    List<Polynomial> joined = new ArrayList<>();
    for (Polynomial polynomial : polynomials) {
      boolean alone =
          polynomials.stream()
              .filter(other -> !other.equals(polynomial))
              .allMatch(other -> isApart(polynomial, other));
      joined.add(alone ? joined(polynomial).orElse(polynomial) : polynomial);
    }
    return joined;
  }

  private static boolean isApart(Polynomial polynomial, Polynomial other) {
    return Collections.disjoint(polynomial.generators(), other.generators());
  }

  private Optional<Polynomial> joined(Polynomial sum) throws Refusal {
    List<Term> terms = terms(sum);
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    Rational unit =
        terms.stream()
            .map(Term::coefficient)
            .min(Comparator.comparing(Logarithms::abs))
            .orElseThrow();
    Rational rest = sum.constantTerm().negate().over(unit, budget);
    Fraction left = Fraction.of(Rational.ONE);
    Fraction right = Fraction.of(translation.constants().exp(rest));
    for (Term term : terms) {
      Rational power = term.coefficient().over(unit, budget);
      if (!power.isInteger() || abs(power).compareTo(Rational.of(HIGHEST_POWER)) > 0) {
        return Optional.empty();
      }
      Fraction factor = term.argument().power(power.numerator().abs().intValue(), budget);
      if (power.signum() > 0) {
        left = left.times(factor, budget);
      } else {
        right = right.times(factor, budget);
      }
    }
    return Optional.of(left.plus(right.negate(budget), budget).numerator());
  }

  /// The logarithms whose multiples and a number make up the sum; none where it holds anything
  /// else.
  private List<Term> terms(Polynomial sum) {
    List<Term> terms = new ArrayList<>();
    for (Map.Entry<Monomial, Rational> term : sum.terms().entrySet()) {
      Monomial monomial = term.getKey();
      if (monomial.degree() == 1
          && translation.generators().get(monomial.soleGenerator())
              instanceof Applied(Function function, Fraction argument)
          && function == Function.LN) {
        terms.add(new Term(argument, term.getValue()));
      } else if (monomial.degree() > 0) {
        return List.of();
      }
    }
    return terms;
  }

  private static Rational abs(Rational number) {
    return number.signum() < 0 ? number.negate() : number;
  }
}
