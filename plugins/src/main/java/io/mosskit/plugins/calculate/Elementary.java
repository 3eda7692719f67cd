package io.mosskit.plugins.calculate;

import io.mosskit.plugins.exact.Series;
import java.math.BigDecimal;
import java.math.MathContext;

/// The elementary functions of doubles, correctly rounded: each is computed to fifty digits and
/// rounded once, so that it is the same on every machine.
///
/// A C library comes close to that, `StrictMath` less so: one in ten of its powers has another last
/// digit. Arguments are finite; the result is NaN where a function has no value and infinite where
/// it overflows.
final class Elementary {

  /// What one function costs at most, in products of two 32-bit words.
  static final long WORK = 1 << 17;

  /// What a result is cut to before it becomes a double: wide enough that no neighbour is mistaken
  /// for the nearest, narrow enough that what is exact comes out exact.
  private static final MathContext RESULT = new MathContext(50);

  /// So many digits hold every power that is a double or lies halfway between two.
  private static final MathContext EXACT_POWER = new MathContext(800);

  /// No power beyond this one is a double or lies halfway between two, but for those of 1.
  private static final int LARGEST_EXACT_EXPONENT = 1100;

  private static final int LARGEST_WHOLE_EXPONENT = 999_999_999; // that BigDecimal takes

  /// e to this power overflows a double, and to its negative is less than half the least double.
  private static final double LARGEST_EXPONENT = 750;

  /// From here on tanh is nearer to 1 than to the double below.
  private static final double LARGEST_TANH = 20;

  private Elementary() {}

  static double exp(double x) {
    if (Math.abs(x) > LARGEST_EXPONENT) {
      return x > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    return rounded(Series.exp(new BigDecimal(x)));
  }

  /// @param x of any size, also beyond the doubles
  static double log(BigDecimal x) {
    return x.signum() > 0 ? rounded(Series.ln(x)) : Double.NaN;
  }

  static double log10(BigDecimal x) {
    return logTo(Series.LN_10, x);
  }

  static double log2(BigDecimal x) {
    return logTo(Series.LN_2, x);
  }

  private static double logTo(BigDecimal lnOfBase, BigDecimal x) {
    return x.signum() > 0 ? rounded(Series.ln(x).divide(lnOfBase, Series.WORKING)) : Double.NaN;
  }

  static double power(double x, double y) {
    if (y == 0) {
      return 1;
    }
    if ((x == 0 && y < 0) || (x < 0 && y != Math.rint(y))) {
      return Double.NaN;
    }
    boolean negative = Math.copySign(1, x) < 0 && Math.abs(y % 2) == 1;
    double power = x == 0 ? 0 : positivePower(Math.abs(x), y);
    return negative ? -power : power;
  }

  private static double positivePower(double x, double y) {
    double exponent = y * StrictMath.log(x);
    if (Math.abs(exponent) > LARGEST_EXPONENT) {
      return exponent > 0 ? Double.POSITIVE_INFINITY : 0;
    }
    BigDecimal base = new BigDecimal(x);
    return y == Math.rint(y) && Math.abs(y) <= LARGEST_WHOLE_EXPONENT
        ? wholePower(base, (int) y)
        : rounded(Series.exp(Series.ln(base).multiply(new BigDecimal(y))));
  }

  private static double wholePower(BigDecimal base, int exponent) {
    boolean exact = Math.abs(exponent) <= LARGEST_EXACT_EXPONENT;
    MathContext precision = exact ? EXACT_POWER : Series.WORKING;
    BigDecimal power = base.pow(Math.abs(exponent), precision);
    return exponent < 0
        ? BigDecimal.ONE.divide(power, precision).doubleValue()
        : power.doubleValue();
  }

  /// The square root of what may be too large, too small or too long for a double.
  static double root(BigDecimal x) {
    return rounded(x.sqrt(Series.WORKING));
  }

  static double sin(double x) {
    return x == 0 ? x : rounded(Series.sin(new BigDecimal(x)));
  }

  static double cos(double x) {
    return rounded(Series.cos(new BigDecimal(x)));
  }

  static double tan(double x) {
    BigDecimal angle = new BigDecimal(x);
    return x == 0 ? x : rounded(Series.sin(angle).divide(Series.cos(angle), Series.WORKING));
  }

  static double asin(double x) {
    if (Math.abs(x) > 1) {
      return Double.NaN;
    }
    return x == 0 ? x : rounded(Series.asin(new BigDecimal(x)));
  }

  static double acos(double x) {
    return Math.abs(x) > 1
        ? Double.NaN
        : rounded(Series.HALF_PI.subtract(Series.asin(new BigDecimal(x))));
  }

  static double atan(double x) {
    return x == 0 ? x : rounded(Series.atan(new BigDecimal(x)));
  }

  /// The angle of the point (x, y), from −π to π.
  static double atan2(double y, double x) {
    if (x == 0 || y == 0) {
      return StrictMath.atan2(y, x); // a multiple of π/2 that the signs of the zeros decide
    }
    BigDecimal angle = Series.atan(new BigDecimal(y).divide(new BigDecimal(x), Series.WORKING));
    if (x > 0) {
      return rounded(angle);
    }
    return rounded(y > 0 ? angle.add(Series.PI) : angle.subtract(Series.PI));
  }

  static double sinh(double x) {
    if (x == 0 || Math.abs(x) > LARGEST_EXPONENT) {
      return x * Double.MAX_VALUE; // a zero or an infinity, of the sign of x
    }
    return rounded(Series.sinh(new BigDecimal(x)));
  }

  static double cosh(double x) {
    return Math.abs(x) > LARGEST_EXPONENT
        ? Double.POSITIVE_INFINITY
        : rounded(Series.cosh(new BigDecimal(x)));
  }

  static double tanh(double x) {
    if (x == 0 || Math.abs(x) > LARGEST_TANH) {
      return x == 0 ? x : Math.signum(x);
    }
    BigDecimal exact = new BigDecimal(x);
    return rounded(Series.sinh(exact).divide(Series.cosh(exact), Series.WORKING));
  }

  private static double rounded(BigDecimal value) {
    return value.round(RESULT).doubleValue();
  }
}
