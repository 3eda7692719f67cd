package io.mosskit.plugins.solve;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/// Numbers as sympy prints them: `160/3`, `-1/2 + sqrt(5)/2`, `2*sqrt(2)*I`, and floating-point
/// numbers with fifteen significant digits, `800.000000000000`, whose zeros at the end go within a
/// complex number, `1.5 - 2.0*I`.
final class SympyText {

  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_EVEN);

  /// The decimal exponents between which a number is printed without one.
  private static final int LEAST = -5;

  private static final int MOST = 15;

  /// A part so much smaller than the whole, 10⁻²⁰, came of rounding.
  private static final int ROUNDING = 20;

  private SympyText() {}

  /// @param floating whether an exact number is printed as its decimals too
  static String of(Root root, boolean floating) {
    return switch (root) {
      case Root.Exact(Surd value) when !floating -> exact(value);
      case Root.Exact(Surd value) -> decimal(value.decimal(Root.DIGITS));
      case Root.Decimal(Complex value) -> decimal(value);
    };
  }

  private static String exact(Surd surd) {
    if (surd.isRational()) {
      return surd.rational().toString();
    }
    String irrational = product(surd.coefficient(), surd.radicand());
    if (surd.rational().isZero()) {
      return irrational;
    }
    return rationalFirst(surd)
        ? joined(surd.rational().toString(), irrational)
        : joined(irrational, surd.rational().toString());
  }

  /// The smaller one of two real terms comes first, except that nothing negative follows nothing
  /// positive: `sqrt(39) + 8`, `-8 + sqrt(39)`, `8 - sqrt(39)`.
  private static boolean rationalFirst(Surd surd) {
    if (surd.radicand().signum() < 0
        || (surd.rational().signum() > 0 && surd.coefficient().signum() < 0)) {
      return true;
    }
    MathContext digits = Root.DIGITS;
    BigDecimal irrational =
        surd.decimal(digits).re().subtract(surd.rational().decimal(digits), digits);
    return surd.rational().decimal(digits).compareTo(irrational) < 0;
  }

  private static String joined(String first, String second) {
    return second.startsWith("-") ? first + " - " + second.substring(1) : first + " + " + second;
  }

  /// `-2*sqrt(2)*I/3`.
  private static String product(Rational coefficient, BigInteger radicand) {
    StringBuilder text = new StringBuilder(coefficient.signum() < 0 ? "-" : "");
    BigInteger times = coefficient.numerator().abs();
    String separator = "";
    if (!times.equals(BigInteger.ONE)) {
      text.append(times);
      separator = "*";
    }
    if (!radicand.abs().equals(BigInteger.ONE)) {
      text.append(separator).append("sqrt(").append(radicand.abs()).append(')');
      separator = "*";
    }
    if (radicand.signum() < 0) {
      text.append(separator).append('I');
    }
    if (!coefficient.isInteger()) {
      text.append('/').append(coefficient.denominator());
    }
    return text.toString();
  }

  private static String decimal(Complex value) {
    BigDecimal least = value.abs(Root.DIGITS).movePointLeft(ROUNDING);
    boolean real = value.im().abs().compareTo(least) <= 0;
    boolean imaginary = value.re().abs().compareTo(least) <= 0;
    if (real) {
      return decimal(value.re(), false);
    }
    String part = decimal(value.im(), true) + "*I";
    return imaginary ? part : joined(decimal(value.re(), true), part);
  }

  private static String decimal(BigDecimal value, boolean stripped) {
    if (value.signum() == 0) {
      return "0";
    }
    BigDecimal rounded = value.abs().round(DIGITS);
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().toString();
    String padded = digits + "0".repeat(DIGITS.getPrecision() - digits.length());
    String sign = value.signum() < 0 ? "-" : "";
    if (exponent <= LEAST || exponent >= MOST) {
      String mantissa = padded.charAt(0) + "." + padded.substring(1);
      String text = stripped ? withoutZeros(mantissa) : mantissa;
      return sign + text + "e" + (exponent < 0 ? "" : "+") + exponent;
    }
    String fixed =
        exponent < 0
            ? "0." + "0".repeat(-exponent - 1) + padded
            : padded.substring(0, exponent + 1) + "." + padded.substring(exponent + 1);
    return sign + (stripped ? withoutZeros(fixed) : fixed);
  }

  private static String withoutZeros(String number) {
    String text = number.replaceAll("0+$", "");
    return text.endsWith(".") ? text + "0" : text;
  }
}
