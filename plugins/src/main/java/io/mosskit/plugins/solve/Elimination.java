package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.solve.Generator.Applied;
import io.mosskit.plugins.solve.Generator.Exponential;
import io.mosskit.plugins.solve.Generator.Radical;
import io.mosskit.plugins.solve.Generator.Reciprocal;
import io.mosskit.plugins.solve.Generator.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Takes apart equations in several unknowns: each unknown's values are among the roots of a
/// polynomial in it alone.
final class Elimination {

  private final Budget budget;
  private final Translation translation;
  private final Basis basis;
  private final SortedSet<Integer> used;
  private final boolean exact;

  private Elimination(List<Equation> equations, boolean exact, Budget budget) throws Refusal {
    this.budget = budget;
    translation = new Translation(budget);
    List<Polynomial> polynomials = new ArrayList<>();
    for (Equation equation : equations) {
      Polynomial difference = translation.difference(equation);
      if (!equation.unknowns().isEmpty()) { // one without is left to the check at the end
        polynomials.add(difference);
      }
    }
    polynomials.addAll(translation.relations());
    polynomials = new Logarithms(translation, budget).joined(polynomials);
    this.exact = exact && !translation.constants().rounded();
    used = generators(polynomials);
    basis = basis(polynomials);
  }

  /// What the unknowns may be: a superset of what they are, for each of them.
  ///
  /// @param exact whether exact forms are wanted
  static SortedMap<String, List<Root>> candidates(
      List<Equation> equations, Set<String> unknowns, boolean exact, Budget budget) throws Refusal {
    Elimination elimination = new Elimination(equations, exact, budget);
    elimination.requireBounded(unknowns);
    SortedMap<String, List<Root>> candidates = new TreeMap<>();
    for (String unknown : unknowns) {
      candidates.put(unknown, elimination.roots(unknown));
    }
    return candidates;
  }

  private static SortedSet<Integer> generators(List<Polynomial> polynomials) {
    SortedSet<Integer> generators = new TreeSet<>();
    polynomials.forEach(polynomial -> generators.addAll(polynomial.generators()));
    return generators;
  }

  /// Where a denominator that becomes zero leaves an unknown free, it is forbidden to.
  private Basis basis(List<Polynomial> polynomials) throws Refusal {
    Basis basis = requireConsistent(Basis.of(polynomials, budget));
    List<Polynomial> reciprocals = translation.reciprocals();
    if (reciprocals.isEmpty() || used.stream().allMatch(basis::bounds)) {
      return basis;
    }
    List<Polynomial> all = new ArrayList<>(polynomials);
    all.addAll(reciprocals);
    used.addAll(generators(reciprocals));
    return requireConsistent(Basis.of(all, budget));
  }

  private static Basis requireConsistent(Basis basis) throws Refusal {
    if (basis.isContradiction()) {
      throw new Refusal(Reason.NOTHING_FOUND, "no values satisfy all of the equations");
    }
    return basis;
  }

  private void requireBounded(Set<String> unknowns) throws Refusal {
    List<String> free = new ArrayList<>();
    for (String unknown : unknowns) {
      int generator = translation.generators().indexOf(new Unknown(unknown));
      if (used.contains(generator) ? !basis.bounds(generator) : hidesIn(generator).isEmpty()) {
        free.add(unknown);
      }
    }
    if (free.isEmpty() && used.stream().allMatch(basis::bounds)) {
      return;
    }
    if (translation.generators().stream().anyMatch(g -> !argument(g).isConstant())) {
      throw new Refusal(
          Reason.NOTHING_FOUND,
          "an unknown that stands in a function and elsewhere too is not solved for");
    }
    throw new Refusal(
        Reason.NOTHING_FOUND,
        "the equations leave free: " + String.join(", ", free.isEmpty() ? unknowns : free));
  }

  /// The functions of this unknown alone that the polynomials hold.
  private List<Generator> hidesIn(int unknown) {
    return used.stream()
        .map(translation.generators()::get)
        .filter(generator -> argument(generator).generators().equals(Set.of(unknown)))
        .toList();
  }

  private static Fraction argument(Generator generator) {
    return switch (generator) {
      case Applied(_, Fraction argument) -> argument;
      case Exponential(_, Fraction argument) -> argument;
      case Unknown _, Radical _, Reciprocal _ -> Fraction.of(Rational.ZERO);
    };
  }

  private List<Root> roots(String unknown) throws Refusal {
    int generator = translation.generators().indexOf(new Unknown(unknown));
    if (used.contains(generator)) {
      return RootFinder.roots(basis.eliminant(generator), exact, budget);
    }
    List<Root> roots = new ArrayList<>();
    Generator function = hidesIn(generator).getFirst();
    Univariate eliminant = basis.eliminant(translation.generators().indexOf(function));
    Inverse inverse = new Inverse(translation.constants(), budget);
    for (Root value : RootFinder.roots(eliminant, exact, budget)) {
      for (Inverse.Argument argument : inverse.arguments(function, value)) {
        Fraction target = argument(function);
        Polynomial difference =
            target.numerator().minus(target.denominator().times(argument.value(), budget), budget);
        if (!difference.isConstant()) {
          Univariate polynomial = difference.univariate(generator, budget);
          List<Root> found = RootFinder.roots(polynomial, exact && argument.exact(), budget);
          roots.addAll(argument.exact() ? found : decimals(found));
        }
      }
    }
    return roots;
  }

  private static List<Root> decimals(List<Root> roots) {
    return roots.stream().<Root>map(root -> new Root.Decimal(root.decimal())).toList();
  }
}
