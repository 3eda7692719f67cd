package io.mosskit.plugins.calculate;

import java.math.BigDecimal;
import java.math.MathContext;

/// Doubles as Python's `repr` prints them: the fewest digits that read back as the same double, in
/// positional notation from 1e-4 up to 1e16 and with an exponent elsewhere.
final class PythonFloat {

  private PythonFloat() {}

  /// @param value finite
  static String repr(double value) {
    if (value == 0) {
      return Double.toString(value); // 0.0 or -0.0
    }
    BigDecimal shortest = shortest(Math.abs(value));
    String digits = shortest.unscaledValue().toString();
    int exponent = shortest.precision() - shortest.scale() - 1;
    String sign = value < 0 ? "-" : "";
    return sign
        + (exponent < -4 || exponent >= 16
            ? scientific(digits, exponent)
            : positional(digits, exponent));
  }

  /// The digits of `Double.toString`, save that it never prints fewer than two: 4.9E-324 for
  /// 5e-324.
  private static BigDecimal shortest(double value) {
    BigDecimal printed = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    BigDecimal oneDigit = printed.round(new MathContext(1));
    return oneDigit.doubleValue() == value ? oneDigit : printed;
  }

  private static String scientific(String digits, int exponent) {
    String point = digits.length() > 1 ? "." : "";
    String padding = Math.abs(exponent) < 10 ? "0" : "";
    return digits.charAt(0)
        + point
        + digits.substring(1)
        + (exponent < 0 ? "e-" : "e+")
        + padding
        + Math.abs(exponent);
  }

  private static String positional(String digits, int exponent) {
    int point = exponent + 1;
    if (point <= 0) {
      return "0." + "0".repeat(-point) + digits;
    }
    if (digits.length() <= point) {
      return digits + "0".repeat(point - digits.length()) + ".0";
    }
    return digits.substring(0, point) + "." + digits.substring(point);
  }
}
