package io.mosskit.plugins.grounding;

import java.math.BigDecimal;
import java.util.List;

/// A number as a text states it: `3.14`, `1,000`, `62%`, `3.5 million`, `209366亿`, `百分之五`,
/// `twenty-one`.
///
/// @param text the words that state it
/// @param at where they begin
/// @param value what they say; of a percentage the number before the sign
/// @param step what the last digit that is meant counts: 0.01 for `3.14`, 10⁸ for `209366亿`, 1000
///   for `about 12,000`; not negative, 0 for a fraction, which means what it says
/// @param percent whether it is so many hundredths
/// @param unit the word for its size, `万` or `million`; empty where there is none
/// @param parts of a fraction, numerator and denominator; else empty
record Quantity(
    String text,
    int at,
    BigDecimal value,
    BigDecimal step,
    boolean percent,
    String unit,
    List<BigDecimal> parts) {

  Quantity {
    parts = List.copyOf(parts);
  }

  /// Whether somebody who knows the exact value may state it so: rounded to the nearest, or cut
  /// off, at the last digit that is meant; where whole things are counted also rounded up.
  boolean states(BigDecimal exact) {
    return states(value, step, exact)
        || (percent && states(value.movePointLeft(2), step.movePointLeft(2), exact));
  }

  /// The same without the word for its size, as somebody reckons who counts in that size.
  Quantity withoutUnit() {
    BigDecimal size = Quantities.multiplier(unit);
    return new Quantity(text, at, value.divide(size), step.divide(size), percent, "", parts);
  }

  private static boolean states(BigDecimal stated, BigDecimal step, BigDecimal exact) {
    BigDecimal difference = stated.subtract(exact).abs();
    if (difference.signum() == 0 || difference.add(difference).compareTo(step) <= 0) {
      return true;
    }
    boolean cutOff = stated.abs().compareTo(exact.abs()) < 0;
    boolean whole = step.compareTo(BigDecimal.ONE) == 0;
    return difference.compareTo(step) < 0 && (cutOff || whole);
  }
}
