package io.mosskit.generator.rehearsal.script;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/// Writes expressions and results as people do: `45 × 12`, `3.33` for `3.3333333333333335`.
final class Figures {

  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]+\\.[0-9]+");
  private static final int LONGEST_FRACTION = 3;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

  private static final MathContext TEN_DIGITS = new MathContext(10, RoundingMode.HALF_EVEN);

  private Figures() {}

  /// Whether a result has more decimals than somebody would say.
  static boolean isLong(String printed) {
    return DECIMAL.matcher(printed).matches() && value(printed).scale() > LONGEST_FRACTION;
  }

  /// A result with at most two decimals, or three digits where it is smaller than one; anything
  /// that is no decimal stays as it is.
  static String rounded(String printed) {
    if (!DECIMAL.matcher(printed).matches()) {
      return printed;
    }
    BigDecimal value = value(printed);
    if (value.scale() <= LONGEST_FRACTION) {
      return value.toPlainString();
    }
    boolean small = value.abs().compareTo(BigDecimal.ONE) < 0;
    BigDecimal rounded =
        small ? value.round(THREE_DIGITS) : value.setScale(2, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }

  private static BigDecimal value(String printed) {
    // Sixteen digits of a double may end in noise: 107.80000000000001.
    BigDecimal value = new BigDecimal(printed).round(TEN_DIGITS).stripTrailingZeros();
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  /// An expression with the signs that people write.
  static String expression(String argument) {
    return argument
        .replaceAll("\\s*\\*\\s*", " × ")
        .replaceAll("\\s*/\\s*", " ÷ ")
        .replaceAll("\\s*\\+\\s*", " + ")
        .replaceAll("(?<=[0-9a-z)])\\s*-\\s*", " - ")
        .replaceAll("\\s*=\\s*", " = ");
  }
}
