package io.mosskit.plugins.grounding;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;

/// Which numbers one may reckon with: those that were given, what follows from a percentage, small
/// ones, powers of ten, and the constants of calendars, units, geometry and physics.
final class Reckoning {

  private static final int FARTHEST_UNIT = 6;
  private static final BigDecimal SMALL = BigDecimal.valueOf(12);

  private static final Set<BigDecimal> CONSTANTS =
      numbers(
          "0.5 1.5 2.5 0.25 0.75 0.2 16 24 28 29 30 31 32 36 48 50 52 60 64 72 84 90 120 128 144 168 180 256 270"
              + " 273.15 360 365 365.25 366 400 512 720 1024 1440 3600 86400 604800 31536000"
              + " 3.14 3.1416 3.14159 3.1415926 3.14159265 2.718 2.71828 1.414 1.732 1.618"
              + " 0.3048 30.48 2.54 1.609 1.6093 1.60934 1.609344 0.6214 0.62137 0.621371 0.9144 3.28 3.281 3.28084"
              + " 39.37 0.4536 0.45359 0.453592 0.45359237 2.2 2.205 2.2046 2.20462 28.35 28.3495 3.785 3.78541 4.546"
              + " 2.58999 2.589988 0.264172 0.0283168 35.3147 0.2642 33.814 1609 1609.34 1609.344 5280 1760 4046.86 0.4047 2.471"
              + " 9.8 9.81 9.80665 8.314 6.02 6.022 6.022e23 22.4 340 343 299792458 299792.458 300000 4.18 4.184 4.186 4.2"
              + " 101325 1.6e-19 6.67 6.674 1.38 8.85 96485 3.6 1.8 273 0.5555555556 101.325");

  private Reckoning() {}

  private static Set<BigDecimal> numbers(String list) {
    Set<BigDecimal> numbers = new HashSet<>();
    for (String number : list.split(" ")) {
      numbers.add(new BigDecimal(number).stripTrailingZeros());
    }
    return Set.copyOf(numbers);
  }

  /// Whether an argument may hold a number. A fraction is two of them.
  static boolean mayUse(Quantity quantity, Evidence evidence) {
    return quantity.parts().isEmpty()
        ? mayUse(quantity.value().abs(), evidence)
            || evidence.supports(quantity)
            || evidence.supportsDecrease(quantity)
        : quantity.parts().stream().allMatch(part -> mayUse(part.abs(), evidence));
  }

  private static boolean mayUse(BigDecimal value, Evidence evidence) {
    BigDecimal plain = value.stripTrailingZeros();
    boolean powerOfTen = plain.unscaledValue().equals(BigInteger.ONE);
    boolean small = plain.scale() <= 0 && value.compareTo(SMALL) <= 0;
    return small || powerOfTen || CONSTANTS.contains(plain) || follows(value, evidence);
  }

  /// The number itself; the same in another unit, which is so many powers of ten away; `1.05` and
  /// `0.95` where somebody spoke of 5 %.
  private static boolean follows(BigDecimal value, Evidence evidence) {
    BigDecimal apart = value.subtract(BigDecimal.ONE).abs();
    for (int power = -FARTHEST_UNIT; power <= FARTHEST_UNIT; power++) {
      if (evidence.has(value.scaleByPowerOfTen(power))) {
        return true;
      }
    }
    boolean growth = value.compareTo(BigDecimal.TEN) < 0;
    return evidence.has(value.negate())
        || (growth && (evidence.has(apart) || evidence.has(apart.movePointRight(2))));
  }
}
