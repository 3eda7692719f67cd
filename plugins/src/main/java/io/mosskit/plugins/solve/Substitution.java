package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.solve.Expression.Literal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Puts in what one equation says alone: after `a=6; b=8`, the c of `c=sqrt(a^2+b^2)` is a number's
/// root and not an unknown's.
///
/// @param known the unknowns that are settled
/// @param rest the other equations
/// @param rounded whether they hold a number that was rounded
record Substitution(SortedMap<String, Root> known, List<Equation> rest, boolean rounded) {

  static Substitution of(List<Equation> equations, Budget budget) throws Refusal {
    SortedMap<String, Root> known = new TreeMap<>();
    List<Open> open = new ArrayList<>();
    equations.forEach(equation -> open.add(new Open(equation, false)));
    Optional<Definition> definition = first(open, budget);
    while (definition.isPresent()) {
      Definition found = definition.get();
      known.put(found.unknown(), found.root());
      open.remove(found.source());
      open.replaceAll(found::in);
      definition = first(open, budget);
    }
    return new Substitution(
        known, open.stream().map(Open::equation).toList(), open.stream().anyMatch(Open::rounded));
  }

  /// @param rounded whether a number was put into it that was rounded
  private record Open(Equation equation, boolean rounded) {}

  private static Optional<Definition> first(List<Open> equations, Budget budget) throws Refusal {
    for (Open open : equations) {
      if (open.equation().unknowns().size() == 1) {
        Optional<Definition> definition = definition(open, budget);
        if (definition.isPresent()) {
          return definition;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Definition> definition(Open open, Budget budget) throws Refusal {
    Translation translation = new Translation(budget);
    Polynomial difference = translation.difference(open.equation());
    if (translation.generators().size() != 1
        || difference.isConstant()
        || difference.leading().degree() != 1) {
      return Optional.empty();
    }
    Rational value =
        difference.constantTerm().negate().over(difference.leadingCoefficient(), budget);
    boolean rounded = open.rounded() || translation.constants().rounded();
    String unknown = open.equation().unknowns().first();
    return Optional.of(new Definition(open, unknown, value, rounded));
  }

  /// A linear equation in one unknown, and its solution.
  private record Definition(Open source, String unknown, Rational value, boolean rounded) {

    Root root() {
      return rounded
          ? new Root.Decimal(Complex.real(value.decimal(Root.DIGITS)))
          : new Root.Exact(Surd.of(value));
    }

    Open in(Open other) {
      Equation equation = other.equation();
      return equation.unknowns().contains(unknown)
          ? new Open(
              equation.replaced(
                  each -> each.name().equals(unknown) ? new Literal(value, false) : each),
              rounded || other.rounded())
          : other;
    }
  }
}
