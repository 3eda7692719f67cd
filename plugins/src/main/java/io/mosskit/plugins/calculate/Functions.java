package io.mosskit.plugins.calculate;

import static java.util.Map.entry;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.calculate.Value.Int;
import io.mosskit.plugins.calculate.Value.Real;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// The names an expression may use: those of Python's `math`, and its built-in functions that make
/// a number of numbers.
final class Functions {

  private static final String MODULE = "math.";
  private static final int ANY = Integer.MAX_VALUE;

  /// How much of a number an error message shows.
  private static final int SHOWN = 25;

  private static final double DEGREES = 180 / Math.PI;
  private static final double RADIANS = Math.PI / 180;

  private static final Map<String, Double> CONSTANTS =
      Map.of("pi", Math.PI, "tau", Math.TAU, "e", Math.E);

  private static final Map<String, Function> FUNCTIONS =
      Map.ofEntries(
          entry("abs", value(Functions::abs)),
          entry("acos", real(Elementary::acos)),
          entry("asin", real(Elementary::asin)),
          entry("atan", real(Elementary::atan)),
          entry("atan2", reals(Elementary::atan2)),
          entry("ceil", value(x -> Rounding.whole(x, RoundingMode.CEILING))),
          entry("comb", new Function(2, 2, Functions::combinations)),
          entry("cos", real(Elementary::cos)),
          entry("cosh", real(Elementary::cosh)),
          entry("degrees", real(x -> x * DEGREES)),
          entry("exp", real(Elementary::exp)),
          entry("fabs", real(Math::abs)),
          entry("factorial", new Function(1, 1, Functions::permutations)),
          entry("float", real(x -> x)),
          entry("floor", value(x -> Rounding.whole(x, RoundingMode.FLOOR))),
          entry("fmod", reals((x, y) -> x % y)),
          entry("gcd", folded(BigInteger.ZERO, Combinatorics::greatestCommonDivisor)),
          entry("hypot", new Function(0, ANY, Functions::hypot)),
          entry("int", value(x -> Rounding.whole(x, RoundingMode.DOWN))),
          entry("isqrt", new Function(1, 1, Functions::integerRoot)),
          entry("lcm", folded(BigInteger.ONE, Combinatorics::leastCommonMultiple)),
          entry("log", new Function(1, 2, Functions::logarithm)),
          entry("log10", logarithm(Elementary::log10)),
          entry("log2", logarithm(Elementary::log2)),
          entry("max", new Function(2, ANY, (values, _) -> extreme(values, 1))),
          entry("min", new Function(2, ANY, (values, _) -> extreme(values, -1))),
          entry("perm", new Function(1, 2, Functions::permutations)),
          entry("pow", reals(Elementary::power)),
          entry("radians", real(x -> x * RADIANS)),
          entry("round", new Function(1, 2, Functions::round)),
          entry("sin", real(Elementary::sin)),
          entry("sinh", real(Elementary::sinh)),
          entry("sqrt", real(Math::sqrt)),
          entry("tan", real(Elementary::tan)),
          entry("tanh", real(Elementary::tanh)),
          entry("trunc", value(x -> Rounding.whole(x, RoundingMode.DOWN))));

  private Functions() {}

  private record Function(int fewest, int most, Body body) {}

  private interface Body {
    Value apply(List<Value> values, Budget budget) throws Refusal;
  }

  private interface IntegerOperator {
    BigInteger apply(BigInteger a, BigInteger b, Budget budget) throws Refusal;
  }

  static Value constant(String name) throws Refusal {
    return new Real(find(CONSTANTS, "constant", name));
  }

  static Value call(String name, List<Value> values, Budget budget) throws Refusal {
    Function function = find(FUNCTIONS, "function", name);
    if (values.size() < function.fewest() || values.size() > function.most()) {
      throw new Refusal(
          Reason.WRONG_OPERANDS, name + " does not take " + values.size() + " numbers");
    }
    try {
      return function.body().apply(values, budget);
    } catch (Refusal refusal) {
      throw refusal.within(name);
    }
  }

  private static <T> T find(Map<String, T> table, String kind, String name) throws Refusal {
    String bare = name.startsWith(MODULE) ? name.substring(MODULE.length()) : name;
    T found = table.get(bare);
    if (found == null) {
      throw new Refusal(Reason.UNKNOWN_NAME, "no " + kind + " is named '" + name + "'");
    }
    return found;
  }

  private static Function value(UnaryOperator<Value> function) {
    return new Function(1, 1, (values, _) -> function.apply(values.getFirst()));
  }

  private static Function real(DoubleUnaryOperator function) {
    return new Function(
        1,
        1,
        (values, budget) -> {
          double x = values.getFirst().toDouble();
          budget.spend(Elementary.WORK);
          return defined(function.applyAsDouble(x), values);
        });
  }

  private static Function reals(DoubleBinaryOperator function) {
    return new Function(
        2,
        2,
        (values, budget) -> {
          double x = values.getFirst().toDouble();
          double y = values.getLast().toDouble();
          budget.spend(Elementary.WORK);
          return defined(function.applyAsDouble(x, y), values);
        });
  }

  private static Function logarithm(ToDoubleFunction<BigDecimal> function) {
    return new Function(
        1,
        1,
        (values, budget) -> {
          budget.spend(Elementary.WORK);
          return defined(function.applyAsDouble(wide(values.getFirst(), budget)), values);
        });
  }

  /// A function of any number of integers, by way of one of two.
  private static Function folded(BigInteger identity, IntegerOperator operator) {
    return new Function(
        0,
        ANY,
        (values, budget) -> {
          BigInteger result = identity;
          for (Value value : values) {
            result = operator.apply(result, integer(value), budget);
          }
          return new Int(result);
        });
  }

  private static Value defined(double result, List<Value> values) throws Refusal {
    if (Double.isNaN(result)) {
      String shown = values.stream().map(Functions::shown).collect(Collectors.joining(", "));
      throw new Refusal(Reason.OUTSIDE_DOMAIN, "no value at " + shown);
    }
    return Value.real(result);
  }

  private static String shown(Value value) {
    String text = value.text();
    return text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
  }

  private static BigInteger integer(Value value) throws Refusal {
    return switch (value) {
      case Int(BigInteger number) -> number;
      case Real real ->
          throw new Refusal(Reason.WRONG_OPERANDS, "expected an integer, found " + real.text());
    };
  }

  private static BigInteger natural(Value value) throws Refusal {
    BigInteger number = integer(value);
    if (number.signum() < 0) {
      throw new Refusal(Reason.OUTSIDE_DOMAIN, "expected an integer of at least 0");
    }
    return number;
  }

  /// The double that Python hands to its logarithms, or the integer itself where no double is so
  /// large.
  private static BigDecimal wide(Value value, Budget budget) throws Refusal {
    if (value instanceof Int(BigInteger number)) {
      budget.spendProduct(number, number); // what turning it decimal costs
    }
    double nearest = value.toDecimal().doubleValue();
    return Double.isFinite(nearest) ? new BigDecimal(nearest) : value.toDecimal();
  }

  private static Value abs(Value value) {
    return switch (value) {
      case Int(BigInteger number) -> new Int(number.abs());
      case Real(double number) -> new Real(Math.abs(number));
    };
  }

  private static Value logarithm(List<Value> values, Budget budget) throws Refusal {
    budget.spend(2 * Elementary.WORK);
    Value logarithm = defined(Elementary.log(wide(values.getFirst(), budget)), values);
    if (values.size() == 1) {
      return logarithm;
    }
    Value ofBase = defined(Elementary.log(wide(values.getLast(), budget)), values);
    return new Arithmetic(budget).apply(Operator.DIVIDE, logarithm, ofBase);
  }

  private static Value round(List<Value> values, Budget budget) throws Refusal {
    return values.size() == 1
        ? Rounding.whole(values.getFirst(), RoundingMode.HALF_EVEN)
        : Rounding.toDecimals(values.getFirst(), integer(values.getLast()), budget);
  }

  private static Value combinations(List<Value> values, Budget budget) throws Refusal {
    return new Int(
        Combinatorics.combinations(natural(values.getFirst()), natural(values.getLast()), budget));
  }

  /// Of one number, its factorial.
  private static Value permutations(List<Value> values, Budget budget) throws Refusal {
    return new Int(
        Combinatorics.permutations(natural(values.getFirst()), natural(values.getLast()), budget));
  }

  private static Value integerRoot(List<Value> values, Budget budget) throws Refusal {
    BigInteger number = natural(values.getFirst());
    budget.spendProduct(number, number);
    return new Int(number.sqrt());
  }

  private static Value hypot(List<Value> values, Budget budget) throws Refusal {
    BigDecimal squares = BigDecimal.ZERO;
    for (Value value : values) {
      budget.spend(Elementary.WORK);
      squares = squares.add(new BigDecimal(value.toDouble()).pow(2));
    }
    return Value.real(Elementary.root(squares));
  }

  /// The first of the largest values, or of the smallest where the sign is -1.
  private static Value extreme(List<Value> values, int sign) {
    Value extreme = values.getFirst();
    for (Value value : values) {
      if (sign * value.toDecimal().compareTo(extreme.toDecimal()) > 0) {
        extreme = value;
      }
    }
    return extreme;
  }
}
