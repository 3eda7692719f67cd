package io.mosskit.plugins.calculate;

import io.mosskit.plugins.calculate.Value.Int;
import io.mosskit.plugins.calculate.Value.Real;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/// Numbers made whole, or cut to so many decimals, always from their exact value: `round(2.675, 2)`
/// is `2.67`, because the double that 2.675 stands for is a little less.
final class Rounding {

  /// Rounding a double farther from the point than this, on either side, does what rounding here
  /// does.
  private static final int FARTHEST = 400;

  private Rounding() {}

  static Value whole(Value value, RoundingMode mode) {
    return switch (value) {
      case Int integer -> integer;
      case Real real -> new Int(real.toDecimal().setScale(0, mode).toBigInteger());
    };
  }

  /// Rounds a half to even. A real stays a real, an integer an integer.
  ///
  /// @param decimals how many digits stay behind the point; negative ones count before it
  static Value toDecimals(Value value, BigInteger decimals, Budget budget) throws Refusal {
    return switch (value) {
      case Int(BigInteger number) -> new Int(toDecimals(number, decimals, budget));
      case Real(double number) -> {
        int nearby =
            decimals
                .min(BigInteger.valueOf(FARTHEST))
                .max(BigInteger.valueOf(-FARTHEST))
                .intValue();
        BigDecimal rounded = new BigDecimal(number).setScale(nearby, RoundingMode.HALF_EVEN);
        yield Value.real(Math.copySign(rounded.doubleValue(), number));
      }
    };
  }

  private static BigInteger toDecimals(BigInteger number, BigInteger decimals, Budget budget)
      throws Refusal {
    if (decimals.signum() >= 0) {
      return number;
    }
    if (decimals.negate().compareTo(BigInteger.valueOf(number.bitLength())) > 0) {
      return BigInteger.ZERO; // less than half of that power of ten
    }
    budget.spendProduct(number, number);
    return new BigDecimal(number)
        .setScale(decimals.intValue(), RoundingMode.HALF_EVEN)
        .toBigInteger();
  }
}
