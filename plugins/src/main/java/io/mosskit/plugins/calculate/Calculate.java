package io.mosskit.plugins.calculate;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.Plugin;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;

/// The calculator: `Calculate("2*(3+4)")` answers `14`.
///
/// The published calculator was Python's `eval` with `^` read as `**` and the names of Python's
/// `math` in scope, so this one keeps Python's rules and prints what Python prints. It is exact
/// where Python computes with integers, of any width the [Limits] allow, and uses IEEE doubles
/// where Python uses floats: `10/2` is `5.0`, `0.1+0.2` is `0.30000000000000004`. An exact decimal
/// would be closer to the truth and further from the data.
///
/// **Read**: `+ - * / // % ^ **` with Python's precedence, parentheses, decimal numbers (`12`,
/// `1_000`, `.5`, `6.02e23`), the constants `pi e tau`, and these functions, with or without
/// `math.` before them: `abs acos asin atan atan2 ceil comb cos cosh degrees exp fabs factorial
/// float floor fmod gcd hypot int isqrt lcm log log10 log2 max min perm pow radians round sin sinh
/// sqrt tan tanh trunc`. `pow` is that of `math`, which makes a real. Assignments, comparisons,
/// units, `7!` and `1,000` are refused.
///
/// **Differs from Python**: infinities, NaN and complex numbers are failures as soon as they arise.
/// Functions and real powers are correctly rounded, and so the same on every machine, where Python
/// passes on what its C library makes: another last digit in one of some 2,000 expressions, and in
/// one of ten hyperbolic functions.
public final class Calculate implements Plugin {

  @Override
  public String name() {
    return "Calculate";
  }

  @Override
  public String apiLine() {
    return "Calculate(expression)";
  }

  @Override
  public String summary() {
    return "the value of an expression, as Python prints it";
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

  private static String print(String argument, Limits limits) throws Refusal {
    requireAtMost(limits.argumentCharacters(), argument.length(), "the expression");
    Expression expression = Parser.parse(argument, limits.nestingDepth());
    String text = new Evaluator(new Budget(limits)).evaluate(expression).text();
    requireAtMost(limits.resultCharacters(), text.length(), "the result");
    return text;
  }

  private static void requireAtMost(int limit, int characters, String what) throws Refusal {
    if (characters > limit) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          what + " has " + characters + " characters; at most " + limit + " are allowed");
    }
  }
}
