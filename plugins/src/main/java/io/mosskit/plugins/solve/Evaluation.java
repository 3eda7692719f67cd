package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.exact.Series;
import io.mosskit.plugins.solve.Expression.Call;
import io.mosskit.plugins.solve.Expression.Constant;
import io.mosskit.plugins.solve.Expression.Factor;
import io.mosskit.plugins.solve.Expression.Literal;
import io.mosskit.plugins.solve.Expression.Negation;
import io.mosskit.plugins.solve.Expression.Power;
import io.mosskit.plugins.solve.Expression.Product;
import io.mosskit.plugins.solve.Expression.Sum;
import io.mosskit.plugins.solve.Expression.Unknown;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Puts numbers into an equation as it was written, with the principal values of roots, to see
/// whether they satisfy it. It knows nothing of the way they were found.
final class Evaluation {

  private static final MathContext DIGITS = Root.DIGITS;

  private static final int OPERATION = 1 << 10;
  private static final int FUNCTION = 1 << 17;

  private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(4000);
  private static final int WIDEST_EXPONENT = 18; // more than an integer within the limits has
  private static final BigDecimal NEAR = BigDecimal.ONE.movePointLeft(30);

  private final Map<String, Complex> values;
  private final Budget budget;
  private final Constants constants;

  Evaluation(Map<String, Complex> values, Budget budget) {
    this.values = values;
    this.budget = budget;
    constants = new Constants(budget);
  }

  boolean satisfies(Equation equation) throws Refusal {
    try {
      return value(equation.left()).plus(value(equation.right()).negate()).vanishes();
    } catch (Refusal refusal) {
      return switch (refusal.failure().reason()) {
        case DIVISION_BY_ZERO, OUTSIDE_DOMAIN, COMPLEX_RESULT -> false; // a side has no value there
        case MALFORMED_ARGUMENT,
            UNKNOWN_NAME,
            WRONG_OPERANDS,
            OVERFLOW,
            LIMIT_EXCEEDED,
            NOTHING_FOUND,
            REFUSED,
            UNAVAILABLE ->
            throw refusal;
      };
    }
  }

  private Estimate value(Expression expression) throws Refusal {
    budget.spend(OPERATION);
    return switch (expression) {
      case Literal(Rational value, _) -> real(value.decimal(DIGITS));
      case Constant constant -> real(constants.constant(constant).decimal(DIGITS));
      case Unknown(String name) -> Estimate.of(Objects.requireNonNull(values.get(name), name));
      case Negation(Expression operand) -> value(operand).negate();
      case Sum(List<Expression> terms) -> sum(terms);
      case Product(List<Factor> factors) -> product(factors);
      case Power(Expression base, Expression exponent) -> power(base, value(exponent));
      case Call(Function function, Expression argument) -> call(function, value(argument));
    };
  }

  private static Estimate real(BigDecimal value) {
    return Estimate.of(Complex.real(value.round(DIGITS)));
  }

  private Estimate sum(List<Expression> terms) throws Refusal {
    Estimate sum = Estimate.of(Complex.ZERO);
    for (Expression term : terms) {
      sum = sum.plus(value(term));
    }
    return sum;
  }

  private Estimate product(List<Factor> factors) throws Refusal {
    Estimate product = Estimate.of(Complex.ONE);
    for (Factor factor : factors) {
      Estimate value = value(factor.expression());
      product = factor.divides() ? over(product, value) : product.times(value);
    }
    return product;
  }

  private static Estimate over(Estimate dividend, Estimate divisor) throws Refusal {
    if (divisor.vanishes()) {
      throw new Refusal(Reason.DIVISION_BY_ZERO, "division by zero");
    }
    return dividend.over(divisor);
  }

  private Estimate power(Expression base, Estimate exponent) throws Refusal {
    BigDecimal power = requireReal(exponent);
    if (base == Constant.E) {
      return real(exp(power));
    }
    Estimate estimate = value(base);
    BigDecimal nearest = power.setScale(0, RoundingMode.HALF_EVEN);
    BigInteger whole = nearest.toBigInteger();
    boolean isWhole = power.subtract(nearest).abs().compareTo(NEAR) < 0;
    if (isWhole && whole.bitLength() <= WIDEST_EXPONENT) {
      Estimate product = estimate.power(whole.abs().intValue());
      return whole.signum() < 0 ? over(Estimate.of(Complex.ONE), product) : product;
    }
    if (estimate.vanishes()) {
      return Estimate.of(Complex.ZERO);
    }
    return polar(estimate, power);
  }

  private Estimate polar(Estimate base, BigDecimal exponent) throws Refusal {
    budget.spend(4 * FUNCTION);
    Complex z = base.value();
    BigDecimal abs = exp(exponent.multiply(Series.ln(z.abs(DIGITS)), DIGITS));
    BigDecimal size = exp(exponent.abs().multiply(Series.ln(base.size()), DIGITS)).max(abs);
    if (z.isReal() && z.re().signum() > 0) {
      return new Estimate(Complex.real(abs), size);
    }
    BigDecimal angle = exponent.multiply(angle(z), DIGITS);
    Complex value =
        new Complex(
            abs.multiply(Series.cos(angle), DIGITS), abs.multiply(Series.sin(angle), DIGITS));
    return new Estimate(value, size);
  }

  /// From −π to π.
  private static BigDecimal angle(Complex z) {
    BigDecimal right = Series.HALF_PI.round(DIGITS);
    if (z.re().abs().compareTo(z.im().abs()) < 0) {
      BigDecimal rest = Series.atan(z.re().divide(z.im(), DIGITS));
      return (z.im().signum() < 0 ? right.negate() : right).subtract(rest, DIGITS);
    }
    BigDecimal angle = Series.atan(z.im().divide(z.re(), DIGITS));
    if (z.re().signum() > 0) {
      return angle;
    }
    BigDecimal straight = right.add(right);
    return z.im().signum() < 0 ? angle.subtract(straight) : angle.add(straight);
  }

  private BigDecimal exp(BigDecimal x) throws Refusal {
    if (x.abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw new Refusal(Reason.OVERFLOW, "a power is out of range");
    }
    budget.spend(FUNCTION);
    return Series.exp(x);
  }

  private Estimate call(Function function, Estimate argument) throws Refusal {
    if (function == Function.ABS) {
      return new Estimate(Complex.real(argument.value().abs(DIGITS)), argument.size());
    }
    budget.spend(2 * FUNCTION);
    Rational x = Rational.of(requireReal(argument), budget);
    Estimate value = real(constants.apply(function, x).decimal(DIGITS));
    return new Estimate(value.value(), value.size().max(BigDecimal.ONE));
  }

  private static BigDecimal requireReal(Estimate estimate) throws Refusal {
    Estimate imaginary = new Estimate(Complex.real(estimate.value().im()), estimate.size());
    if (!imaginary.vanishes()) {
      throw new Refusal(Reason.COMPLEX_RESULT, "a function of a complex number");
    }
    return estimate.value().re();
  }
}
