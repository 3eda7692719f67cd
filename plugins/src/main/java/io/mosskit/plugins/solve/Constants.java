package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.exact.Series;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/// Functions of numbers. What is irrational becomes a decimal of fifty digits, a rational number
/// like any other from there on; [#rounded()] tells whether that happened.
final class Constants {

  private static final MathContext DIGITS = new MathContext(50);

  /// What a function costs, in products of two words.
  private static final int WORK = 1 << 17;

  private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(2000);
  private static final BigDecimal LARGEST_ANGLE = BigDecimal.TEN.pow(300);

  static final Rational PI = decimal(Series.PI);
  static final Rational E = decimal(Series.exp(BigDecimal.ONE));

  private final Budget budget;
  private boolean rounded;

  Constants(Budget budget) {
    this.budget = budget;
  }

  /// Whether any value was rounded, so that answers made of it are no longer exact.
  boolean rounded() {
    return rounded;
  }

  Rational constant(Expression.Constant constant) {
    rounded = true;
    return switch (constant) {
      case PI -> PI;
      case E -> E;
    };
  }

  Rational apply(Function function, Rational x) throws Refusal {
    if (function == Function.ABS) {
      return x.signum() < 0 ? x.negate() : x;
    }
    budget.spend(WORK);
    BigDecimal decimal = x.decimal(Series.WORKING);
    return rounded(
        switch (function) {
          case LN -> ln(x);
          case SIN -> Series.sin(angle(decimal));
          case COS -> Series.cos(angle(decimal));
          case TAN -> Series.sin(angle(decimal)).divide(Series.cos(decimal), Series.WORKING);
          case ASIN -> Series.asin(sine(decimal));
          case ACOS -> Series.HALF_PI.subtract(Series.asin(sine(decimal)));
          case ATAN -> Series.atan(decimal);
          case ABS -> decimal;
        });
  }

  BigDecimal ln(Rational x) throws Refusal {
    if (x.signum() <= 0) {
      throw new Refusal(Reason.OUTSIDE_DOMAIN, "log: no value at " + shown(x));
    }
    budget.spend(WORK);
    return Series.ln(x.decimal(Series.WORKING));
  }

  Rational exp(Rational x) throws Refusal {
    BigDecimal exponent = x.decimal(Series.WORKING);
    if (exponent.abs().compareTo(LARGEST_EXPONENT) > 0) {
      throw new Refusal(Reason.OVERFLOW, "e to the power of " + shown(x) + " is out of range");
    }
    budget.spend(WORK);
    return x.isZero() ? Rational.ONE : rounded(Series.exp(exponent));
  }

  /// A number to a rational power: exact where it can be.
  Rational power(Rational base, Rational exponent) throws Refusal {
    if (exponent.isInteger()) {
      return base.power(exponent.numerator(), budget);
    }
    if (base.isZero() && exponent.signum() > 0) {
      return Rational.ZERO;
    }
    if (base.signum() < 0) {
      throw new Refusal(
          Reason.COMPLEX_RESULT, "a negative number to a fractional power is a complex number");
    }
    Optional<Rational> root = root(base, exponent.denominator());
    return root.isPresent()
        ? root.get().power(exponent.numerator(), budget)
        : exp(rounded(ln(base)).times(exponent, budget));
  }

  /// The root of a positive number where it is rational.
  private Optional<Rational> root(Rational base, BigInteger index) throws Refusal {
    if (index.bitLength() > Byte.SIZE) {
      return Optional.empty();
    }
    Optional<BigInteger> above = root(base.numerator(), index.intValue());
    Optional<BigInteger> below = root(base.denominator(), index.intValue());
    return above.flatMap(a -> below.map(b -> new Rational(a, b)));
  }

  /// Newton's method on integers, from above.
  private Optional<BigInteger> root(BigInteger n, int index) throws Refusal {
    BigInteger root = BigInteger.ONE.shiftLeft(n.bitLength() / index + 1);
    while (true) {
      budget.spend((long) index * Budget.product(n, n));
      BigInteger next =
          root.multiply(BigInteger.valueOf(index - 1L))
              .add(n.divide(root.pow(index - 1)))
              .divide(BigInteger.valueOf(index));
      if (next.compareTo(root) >= 0) {
        return root.pow(index).equals(n) ? Optional.of(root) : Optional.empty();
      }
      root = next;
    }
  }

  private Rational rounded(BigDecimal value) {
    rounded = true;
    return decimal(value);
  }

  private static Rational decimal(BigDecimal value) {
    BigDecimal brief = value.round(DIGITS);
    return brief.scale() <= 0
        ? Rational.of(brief.toBigIntegerExact())
        : Rational.reduced(brief.unscaledValue(), BigInteger.TEN.pow(brief.scale()));
  }

  private static BigDecimal angle(BigDecimal x) throws Refusal {
    if (x.abs().compareTo(LARGEST_ANGLE) > 0) {
      throw new Refusal(Reason.OUTSIDE_DOMAIN, "an angle is too large");
    }
    return x;
  }

  private static BigDecimal sine(BigDecimal x) throws Refusal {
    if (x.abs().compareTo(BigDecimal.ONE) > 0) {
      throw new Refusal(Reason.OUTSIDE_DOMAIN, "no angle has that sine or cosine");
    }
    return x;
  }

  private static String shown(Rational x) {
    return x.decimal(MathContext.DECIMAL32).toString();
  }
}
