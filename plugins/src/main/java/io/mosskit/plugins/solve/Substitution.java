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
/// @param rest the equations that still hold an unknown
/// @param rounded whether a value on the way was irrational
record Substitution(SortedMap<String, Rational> known, List<Equation> rest, boolean rounded) {

  static Substitution of(List<Equation> equations, Budget budget) throws Refusal {
    SortedMap<String, Rational> known = new TreeMap<>();
    List<Equation> rest = new ArrayList<>(equations);
    boolean rounded = false;
    for (int i = 0; i < rest.size(); i++) {
      Equation equation = rest.get(i);
      if (equation.unknowns().size() == 1) {
        Translation translation = new Translation(budget);
        Optional<Rational> value = value(translation, equation, budget);
        if (value.isPresent()) {
          rounded |= translation.constants().rounded();
          String name = equation.unknowns().first();
          known.put(name, value.get());
          rest.remove(i);
          rest.replaceAll(other ->
              other.replaced(unknown ->
                  unknown.name().equals(name) ? new Literal(value.get(), false) : unknown));
          i = -1; // an earlier equation may have become one that says something alone
        }
      }
    }
    return new Substitution(known, rest, rounded);
  }

  /// The solution of a linear equation in one unknown.
  private static Optional<Rational> value(Translation translation, Equation equation, Budget budget)
      throws Refusal {
    Polynomial difference = translation.difference(equation);
    if (translation.generators().size() != 1
        || difference.isConstant()
        || difference.leading().degree() != 1) {
      return Optional.empty();
    }
    return Optional.of(
        difference.constantTerm().negate().over(difference.leadingCoefficient(), budget));
  }
}
