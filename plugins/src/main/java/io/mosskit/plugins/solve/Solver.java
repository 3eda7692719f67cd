package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the solutions of equations: the combinations of candidates that satisfy every equation as
/// it was written.
final class Solver {

  private static final int STEP = 1 << 12; // in products of words

  private final List<Choice> choices; // those of the fewest candidates first
  private final Budget budget;
  private final SortedMap<String, Root> chosen = new TreeMap<>();
  private final Map<String, Complex> decimals = new HashMap<>();
  private final List<SortedMap<String, Root>> solutions = new ArrayList<>();

  private Solver(List<Choice> choices, Budget budget) {
    this.choices = choices;
    this.budget = budget;
  }

  /// An unknown, and the equations whose unknowns all have a value once it has one.
  private record Choice(String unknown, List<Candidate> candidates, List<Equation> settled) {}

  private record Candidate(Root root, Complex decimal) {}

  /// The values of all unknowns, at least one for each; in the order of [#compare].
  static List<SortedMap<String, Root>> solve(List<Equation> equations, Budget budget)
      throws Refusal {
    SortedSet<String> unknowns = new TreeSet<>();
    equations.forEach(equation -> unknowns.addAll(equation.unknowns()));
    if (unknowns.isEmpty()) {
      throw new Refusal(Reason.NOTHING_FOUND, "there is no unknown in it");
    }
    Solver solver = new Solver(choices(equations, candidates(equations, unknowns, budget)), budget);
    solver.extend();
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
    substitution.known().forEach((name, root) -> candidates.put(name, List.of(root)));
    SortedSet<String> rest = new TreeSet<>(unknowns);
    rest.removeAll(substitution.known().keySet());
    if (!rest.isEmpty()) {
      boolean exact = !substitution.rounded() && equations.stream().noneMatch(Equation::hasFloat);
      candidates.putAll(Elimination.candidates(substitution.rest(), rest, exact, budget));
    }
    return candidates;
  }

  private static List<Choice> choices(
      List<Equation> equations, SortedMap<String, List<Root>> candidates) {
    List<Choice> choices = new ArrayList<>();
    List<Equation> open = new ArrayList<>(equations);
    Set<String> valued = new HashSet<>();
    candidates.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
        .forEach(entry -> {
          valued.add(entry.getKey());
          List<Equation> settled =
              open.stream().filter(each -> valued.containsAll(each.unknowns())).toList();
          open.removeAll(settled);
          List<Candidate> values =
              entry.getValue().stream().map(root -> new Candidate(root, root.decimal())).toList();
          choices.add(new Choice(entry.getKey(), values, settled));
        });
    return choices;
  }

  /// Tries every candidate for the next unknown, and goes on where the equations hold that it
  /// settles.
  private void extend() throws Refusal {
    budget.spend(STEP);
    if (chosen.size() == choices.size()) {
      solutions.add(new TreeMap<>(chosen));
      return;
    }
    Choice choice = choices.get(chosen.size());
    for (Candidate candidate : choice.candidates()) {
      chosen.put(choice.unknown(), candidate.root());
      decimals.put(choice.unknown(), candidate.decimal());
      if (holds(choice.settled())) {
        extend();
      }
      chosen.remove(choice.unknown());
    }
  }

  private boolean holds(List<Equation> settled) throws Refusal {
    Evaluation evaluation = new Evaluation(decimals, budget);
    for (Equation equation : settled) {
      if (!evaluation.satisfies(equation)) {
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
