package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the solutions of equations: the combinations of candidates that satisfy every equation as
/// it was written.
final class Solver {

  private final List<Equation> equations;
  private final List<Map.Entry<String, List<Root>>> candidates; // the fewest first
  private final Budget budget;
  private final List<SortedMap<String, Root>> solutions = new ArrayList<>();

  private Solver(
      List<Equation> equations, SortedMap<String, List<Root>> candidates, Budget budget) {
    this.equations = equations;
    this.candidates =
        candidates.entrySet().stream()
            .sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
            .toList();
    this.budget = budget;
  }

  /// The values of all unknowns, at least one for each; in the order of [#compare].
  static List<SortedMap<String, Root>> solve(List<Equation> equations, Budget budget)
      throws Refusal {
    SortedSet<String> unknowns = new TreeSet<>();
    equations.forEach(equation -> unknowns.addAll(equation.unknowns()));
    if (unknowns.isEmpty()) {
      throw new Refusal(Reason.NOTHING_FOUND, "there is no unknown in it");
    }
    Solver solver = new Solver(equations, candidates(equations, unknowns, budget), budget);
    solver.extend(new TreeMap<>());
    if (solver.solutions.isEmpty()) {
      throw new Refusal(Reason.NOTHING_FOUND, "no values satisfy all of the equations");
    }
    solver.solutions.sort(Solver::compare);
    return solver.solutions;
  }

  private static SortedMap<String, List<Root>> candidates(
      List<Equation> equations, SortedSet<String> unknowns, Budget budget) throws Refusal {
    Substitution substitution = Substitution.of(equations, budget);
    SortedMap<String, List<Root>> candidates = new TreeMap<>();
    substitution
        .known()
        .forEach((name, value) -> candidates.put(name, List.of(new Root.Exact(Surd.of(value)))));
    SortedSet<String> rest = new TreeSet<>(unknowns);
    rest.removeAll(substitution.known().keySet());
    if (!rest.isEmpty()) {
      boolean exact =
          !substitution.rounded() && equations.stream().noneMatch(Equation::hasFloat);
      candidates.putAll(Elimination.candidates(substitution.rest(), rest, exact, budget));
    }
    return candidates;
  }

  /// Tries every candidate for the next unknown, and goes on where the equations whose unknowns
  /// then all have a value are satisfied.
  private void extend(SortedMap<String, Root> chosen) throws Refusal {
    if (chosen.size() == candidates.size()) {
      solutions.add(new TreeMap<>(chosen));
      return;
    }
    String unknown = candidates.get(chosen.size()).getKey();
    for (Root candidate : candidates.get(chosen.size()).getValue()) {
      chosen.put(unknown, candidate);
      if (isPossible(chosen, unknown)) {
        extend(chosen);
      }
      chosen.remove(unknown);
    }
  }

  private boolean isPossible(SortedMap<String, Root> chosen, String latest) throws Refusal {
    Map<String, Complex> values = new HashMap<>();
    chosen.forEach((name, root) -> values.put(name, root.decimal()));
    Evaluation evaluation = new Evaluation(values, budget);
    for (Equation equation : equations) {
      SortedSet<String> unknowns = equation.unknowns();
      if (chosen.keySet().containsAll(unknowns)
          && (unknowns.contains(latest) || unknowns.isEmpty())
          && !evaluation.satisfies(equation)) {
        return false;
      }
    }
    return true;
  }

  /// By the first unknown's value, then by the next one's: real numbers first, by size; then
  /// complex ones by their real and their imaginary parts.
  private static int compare(SortedMap<String, Root> first, SortedMap<String, Root> second) {
    for (Map.Entry<String, Root> entry : first.entrySet()) {
      Root other = second.getOrDefault(entry.getKey(), entry.getValue());
      int order = VALUES.compare(entry.getValue().decimal(), other.decimal());
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static final Comparator<Complex> VALUES =
      Comparator.comparing((Complex value) -> !value.isReal())
          .thenComparing(Complex::re)
          .thenComparing(Complex::im);
}
