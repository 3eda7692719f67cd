package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.exact.Series;
import io.mosskit.plugins.solve.Generator.Applied;
import io.mosskit.plugins.solve.Generator.Exponential;
import io.mosskit.plugins.solve.Generator.Radical;
import io.mosskit.plugins.solve.Generator.Reciprocal;
import io.mosskit.plugins.solve.Generator.Unknown;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/// Finds the real arguments at which a function has a value: of a sine those from −π/2 to 3π/2, of
/// a cosine those from 0 to 2π, of a tangent the one between −π/2 and π/2.
final class Inverse {

  private static final MathContext DIGITS = new MathContext(50);
  private static final int LARGEST_DENOMINATOR = 12;
  private static final BigDecimal NEAR = BigDecimal.ONE.movePointLeft(30);

  private final Constants constants;
  private final Budget budget;

  Inverse(Constants constants, Budget budget) {
    this.constants = constants;
    this.budget = budget;
  }

  /// @param exact whether the value is the argument itself and not its first fifty digits
  record Argument(Rational value, boolean exact) {}

  /// The arguments, none where the function does not have that value.
  List<Argument> arguments(Generator function, Root value) throws Refusal {
    Complex decimal = value.decimal();
    if (!decimal.isReal()) {
      return List.of();
    }
    Rational rational = rational(value);
    return switch (function) {
      case Exponential(Rational base, _) ->
          rational.signum() > 0 ? List.of(logarithm(base, rational, value)) : List.of();
      case Applied(Function name, _) -> arguments(name, rational);
      case Unknown _, Radical _, Reciprocal _ -> List.of();
    };
  }

  private Rational rational(Root value) throws Refusal {
    return value instanceof Root.Exact(Surd surd) && surd.isRational()
        ? surd.rational()
        : Rational.of(value.decimal().re().round(DIGITS), budget);
  }

  private Argument logarithm(Rational base, Rational number, Root value) throws Refusal {
    BigDecimal logarithm = constants.ln(number).divide(constants.ln(base), Series.WORKING);
    Optional<Rational> exact =
        value instanceof Root.Exact && !base.equals(Constants.E)
            ? exponent(base, number, logarithm)
            : Optional.empty();
    return exact.isPresent()
        ? new Argument(exact.get(), true)
        : new Argument(Rational.of(logarithm.round(DIGITS), budget), false);
  }

  /// The fraction p/q for which base to the power of p is the number to the power of q.
  private Optional<Rational> exponent(Rational base, Rational number, BigDecimal logarithm)
      throws Refusal {
    for (int q = 1; q <= LARGEST_DENOMINATOR; q++) {
      BigDecimal multiple = logarithm.multiply(BigDecimal.valueOf(q));
      BigInteger p = multiple.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
      if (multiple.subtract(new BigDecimal(p)).abs().compareTo(NEAR) < 0
          && base.power(p, budget).equals(number.power(BigInteger.valueOf(q), budget))) {
        return Optional.of(Rational.reduced(p, BigInteger.valueOf(q)));
      }
    }
    return Optional.empty();
  }

  private List<Argument> arguments(Function function, Rational value) throws Refusal {
    boolean outside =
        value.compareTo(Rational.ONE) > 0 || value.compareTo(Rational.ONE.negate()) < 0;
    return switch (function) {
      case LN -> List.of(decimal(constants.exp(value)));
      case TAN -> List.of(decimal(constants.apply(Function.ATAN, value)));
      case SIN -> {
        if (outside) {
          yield List.of();
        }
        Rational angle = constants.apply(Function.ASIN, value);
        yield List.of(decimal(angle), decimal(Constants.PI.minus(angle, budget)));
      }
      case COS -> {
        if (outside) {
          yield List.of();
        }
        Rational angle = constants.apply(Function.ACOS, value);
        Rational turn = Constants.PI.times(Rational.of(2), budget);
        yield List.of(decimal(angle), decimal(turn.minus(angle, budget)));
      }
      case ASIN, ACOS, ATAN, ABS -> List.of();
    };
  }

  private static Argument decimal(Rational value) {
    return new Argument(value, false);
  }
}
