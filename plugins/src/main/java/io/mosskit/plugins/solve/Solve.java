package io.mosskit.plugins.solve;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.schema.trace.PluginCall;
import io.mosskit.schema.trace.Results.Block;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.SortedMap;

/// The equation solver: `Solve("x+y=30; x-y=8")` answers `x = 19` and `y = 11`, a line each.
///
/// The published solver read its equations with Python and solved them with sympy; this one prints
/// what that printed. Integers stay exact, `160/3`, `-sqrt(30)`, `1 - 2*I`. A decimal, a quotient
/// of two integers, π or a function of a number is a `float` in Python, and one of them makes sympy
/// print fifteen digits of every number: `(4/3)x-x=64` has `x = 192.000000000000`. Several values
/// are numbered, `x_0 = -8` and `x_1 = 8`, and so are the solutions of a system.
///
/// **Read**: equations divided by `;`, `,`, a line's end or `and`; `+ - * / ^ **`, brackets,
/// products without a sign, which are read from the left (`1/2x` is half of x); numbers, `pi`, `e`,
/// `sqrt exp log ln lg log2 sin cos tan asin acos atan abs`, angles in radians; the full-width
/// forms of all these. Any other name is an unknown, unless its letters are, which makes `xy` a
/// product. An expression without `=` is to be zero where it stands alone, and beside equations is
/// passed over.
///
/// **Solved**: systems of polynomial equations with finitely many solutions, complex ones included;
/// fractions and roots of unknowns; exponentials, logarithms and sums of them, sines, cosines and
/// tangents of one unknown that stands nowhere else, over the real numbers. Rational values and
/// those with one square root are exact, all others decimals. Each solution has been put into the
/// equations as they were written, at eighty digits; the sides agree to 10⁻²⁵ of their size.
public final class Solve implements Plugin {

  @Override
  public String name() {
    return "Solve";
  }

  @Override
  public String apiLine() {
    return "Solve(equation)";
  }

  @Override
  public String summary() {
    return "the values of the unknowns, as sympy prints them";
  }

  @Override
  public String version() {
    return "1";
  }

  @Override
  public Outcome execute(String argument, Limits limits) {
    try {
      return new Result(print(argument, limits));
    } catch (Refusal refusal) {
      return refusal.failure();
    }
  }

  /// The answer stands on the lines after the call, without quotes.
  @Override
  public Block block(String argument, Outcome outcome) {
    return new Block(new PluginCall(name(), argument), outcome.printed(), false);
  }

  private static String print(String argument, Limits limits) throws Refusal {
    requireAtMost(limits.argumentCharacters(), argument.length(), "the argument");
    Budget budget = new Budget(limits);
    List<Equation> equations = Parser.parse(argument, limits.nestingDepth(), budget);
    boolean floating = equations.stream().anyMatch(Equation::hasFloat);
    String text = print(Solver.solve(equations, budget), floating);
    requireAtMost(limits.resultCharacters(), text.length(), "the result");
    return text;
  }

  private static String print(List<SortedMap<String, Root>> solutions, boolean floating) {
    SequencedSet<List<String>> distinct = new LinkedHashSet<>(); // as far as the digits tell
    for (SortedMap<String, Root> solution : solutions) {
      distinct.add(solution.values().stream().map(v -> SympyText.of(v, floating)).toList());
    }
    List<String> names = List.copyOf(solutions.getFirst().keySet());
    List<String> lines = new ArrayList<>();
    for (List<String> values : distinct) {
      String number = distinct.size() == 1 ? "" : "_" + lines.size() / names.size();
      for (int i = 0; i < names.size(); i++) {
        lines.add(names.get(i) + number + " = " + values.get(i));
      }
    }
    return String.join("\n", lines);
  }

  private static void requireAtMost(int limit, int characters, String what) throws Refusal {
    if (characters > limit) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          what + " has " + characters + " characters; at most " + limit + " are allowed");
    }
  }
}
