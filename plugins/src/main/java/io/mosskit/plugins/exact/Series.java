package io.mosskit.plugins.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// The elementary functions to more than fifty significant digits.
///
/// A Taylor series serves where an argument can be made small; the inverse functions start from the
/// double that `StrictMath` gives and correct it by one or two steps of high order.
public final class Series {

  /// The precision of every intermediate; what cancels in the functions below leaves at least 55
  /// digits.
  public static final MathContext WORKING = new MathContext(80);

  private static final int HALVINGS = 16;
  private static final BigDecimal THREE = BigDecimal.valueOf(3);

  /// The largest double, less a multiple of π/2, keeps a hundred digits behind the point.
  private static final int PI_DIGITS = 420;

  /// π to 420 digits.
  public static final BigDecimal PI = pi();

  /// Half of [#PI], exactly.
  public static final BigDecimal HALF_PI = PI.divide(BigDecimal.TWO);

  /// The natural logarithm of 10.
  public static final BigDecimal LN_10 = ln(BigDecimal.TEN);

  /// The natural logarithm of 2.
  public static final BigDecimal LN_2 = ln(BigDecimal.TWO);

  private Series() {}

  /// The exponential function.
  public static BigDecimal exp(BigDecimal x) {
    BigDecimal small = x.divide(BigDecimal.valueOf(1 << HALVINGS), WORKING);
    BigDecimal square = small.multiply(small, WORKING);
    BigDecimal even = taylor(BigDecimal.ONE, 0, square);
    BigDecimal odd = taylor(small, 1, square);
    return even.add(odd).pow(1 << HALVINGS, WORKING);
  }

  /// The natural logarithm.
  ///
  /// @param x positive
  public static BigDecimal ln(BigDecimal x) {
    int magnitude = x.precision() - x.scale() - 1;
    double leading = x.scaleByPowerOfTen(-magnitude).doubleValue();
    BigDecimal y = new BigDecimal(StrictMath.log(leading) + magnitude * StrictMath.log(10));
    return halley(x, halley(x, y));
  }

  /// A better logarithm of x than y: the error is cubed.
  private static BigDecimal halley(BigDecimal x, BigDecimal y) {
    BigDecimal reached = exp(y);
    return y.add(
        BigDecimal.TWO.multiply(x.subtract(reached)).divide(x.add(reached), WORKING), WORKING);
  }

  /// The hyperbolic sine.
  public static BigDecimal sinh(BigDecimal x) {
    if (x.abs().compareTo(BigDecimal.ONE) < 0) {
      return taylor(x, 1, x.multiply(x, WORKING)); // e^x less its inverse would cancel
    }
    BigDecimal power = exp(x);
    return power.subtract(BigDecimal.ONE.divide(power, WORKING)).divide(BigDecimal.TWO);
  }

  /// The hyperbolic cosine.
  public static BigDecimal cosh(BigDecimal x) {
    BigDecimal power = exp(x);
    return power.add(BigDecimal.ONE.divide(power, WORKING)).divide(BigDecimal.TWO);
  }

  /// The sine of an angle in radians.
  public static BigDecimal sin(BigDecimal x) {
    return sin(x, 0);
  }

  /// The cosine of an angle in radians.
  public static BigDecimal cos(BigDecimal x) {
    return sin(x, 1);
  }

  /// The sine of x and so many right angles.
  private static BigDecimal sin(BigDecimal x, int rightAngles) {
    BigDecimal within = x.divide(HALF_PI, 0, RoundingMode.HALF_EVEN);
    BigDecimal rest = x.subtract(within.multiply(HALF_PI)).round(WORKING);
    BigDecimal negativeSquare = rest.multiply(rest, WORKING).negate();
    int quadrant = (within.toBigInteger().intValue() + rightAngles) & 3;
    BigDecimal sine =
        quadrant % 2 == 0
            ? taylor(rest, 1, negativeSquare)
            : taylor(BigDecimal.ONE, 0, negativeSquare);
    return quadrant < 2 ? sine : sine.negate();
  }

  /// The sum of the terms that begin with the n-th power and follow one another by the factor
  /// square / ((n + 1)(n + 2)), n rising by two.
  private static BigDecimal taylor(BigDecimal first, int n, BigDecimal square) {
    BigDecimal term = first;
    BigDecimal sum = first;
    for (long k = n; isSeen(term, sum); k += 2) {
      term = term.multiply(square).divide(BigDecimal.valueOf((k + 1) * (k + 2)), WORKING);
      sum = sum.add(term, WORKING);
    }
    return sum;
  }

  private static boolean isSeen(BigDecimal term, BigDecimal sum) {
    return term.abs().compareTo(sum.abs().scaleByPowerOfTen(-WORKING.getPrecision())) > 0;
  }

  /// The angle between −π/2 and π/2 that has this tangent.
  public static BigDecimal atan(BigDecimal x) {
    BigDecimal guess = new BigDecimal(StrictMath.atan(x.doubleValue()));
    BigDecimal sin = sin(guess);
    BigDecimal cos = cos(guess);
    BigDecimal tangentOfError =
        x.multiply(cos).subtract(sin).divide(cos.add(x.multiply(sin)), WORKING);
    BigDecimal error =
        tangentOfError.subtract(tangentOfError.pow(3, WORKING).divide(THREE, WORKING));
    return guess.add(error, WORKING);
  }

  /// The angle between −π/2 and π/2 that has this sine.
  ///
  /// @param x from -1 to 1
  public static BigDecimal asin(BigDecimal x) {
    BigDecimal adjacent = BigDecimal.ONE.subtract(x.multiply(x)).sqrt(WORKING);
    return adjacent.signum() == 0 ? HALF_PI.multiply(x) : atan(x.divide(adjacent, WORKING));
  }

  /// Machin's formula: π = 16 arctan 1/5 − 4 arctan 1/239.
  private static BigDecimal pi() {
    BigInteger scaled =
        arctanOfInverse(5)
            .multiply(BigInteger.valueOf(16))
            .subtract(arctanOfInverse(239).multiply(BigInteger.valueOf(4)));
    return new BigDecimal(scaled, PI_DIGITS);
  }

  private static BigInteger arctanOfInverse(long n) {
    BigInteger power = BigInteger.TEN.pow(PI_DIGITS).divide(BigInteger.valueOf(n));
    BigInteger sum = power;
    for (long k = 3; power.signum() != 0; k += 2) {
      power = power.divide(BigInteger.valueOf(-n * n));
      sum = sum.add(power.divide(BigInteger.valueOf(k)));
    }
    return sum;
  }
}
