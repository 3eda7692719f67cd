package io.mosskit.plugins.calculate;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.calculate.Value.Int;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigInteger;

/// The binary operators under Python's type rules: two integers make an integer, but for `/` and
/// for powers below zero; one real makes both of them real.
final class Arithmetic {

  private final Budget budget;

  Arithmetic(Budget budget) {
    this.budget = budget;
  }

  Value apply(Operator operator, Value left, Value right) throws Refusal {
    return left instanceof Int(BigInteger x) && right instanceof Int(BigInteger y)
        ? integers(operator, x, y)
        : reals(operator, left.toDouble(), right.toDouble());
  }

  private Value integers(Operator operator, BigInteger x, BigInteger y) throws Refusal {
    budget.spendProduct(x, y);
    return switch (operator) {
      case ADD -> integer(x.add(y));
      case SUBTRACT -> integer(x.subtract(y));
      case MULTIPLY -> integer(x.multiply(y));
      case DIVIDE -> Value.real(Quotient.nearestDouble(x, nonZero(y)));
      case FLOOR_DIVIDE -> integer(Quotient.floor(x, nonZero(y)));
      case REMAINDER -> integer(x.subtract(Quotient.floor(x, nonZero(y)).multiply(y)));
      case POWER -> y.signum() < 0 ? power(new Int(x), new Int(y)) : integer(power(x, y));
    };
  }

  private Value reals(Operator operator, double x, double y) throws Refusal {
    return switch (operator) {
      case ADD -> Value.real(x + y);
      case SUBTRACT -> Value.real(x - y);
      case MULTIPLY -> Value.real(x * y);
      case DIVIDE -> Value.real(x / nonZero(y));
      case FLOOR_DIVIDE -> Value.real(Quotient.floor(x, nonZero(y)));
      case REMAINDER -> Value.real(Quotient.remainder(x, nonZero(y)));
      case POWER -> power(x, y);
    };
  }

  private Int integer(BigInteger number) throws Refusal {
    return new Int(budget.admit(number));
  }

  /// An integer to an integer power of at least zero.
  private BigInteger power(BigInteger base, BigInteger exponent) throws Refusal {
    if (base.abs().bitLength() <= 1) { // -1, 0 and 1 stay small whatever the exponent
      boolean one = exponent.signum() == 0 || (base.signum() < 0 && !exponent.testBit(0));
      return one ? BigInteger.ONE : base;
    }
    budget.spendPower(exponent.multiply(BigInteger.valueOf(base.abs().bitLength() - 1L)));
    return base.pow(exponent.intValueExact()); // no longer than the bits that were paid for
  }

  private Value power(Value base, Value exponent) throws Refusal {
    return power(base.toDouble(), exponent.toDouble());
  }

  private Value power(double base, double exponent) throws Refusal {
    if (base == 0 && exponent < 0) {
      throw new Refusal(Reason.DIVISION_BY_ZERO, "zero has no power below zero");
    }
    if (base < 0 && exponent != Math.rint(exponent)) {
      throw new Refusal(
          Reason.COMPLEX_RESULT, "a negative number to a fractional power is a complex number");
    }
    budget.spend(Elementary.WORK);
    return Value.real(Elementary.power(base, exponent));
  }

  private static BigInteger nonZero(BigInteger divisor) throws Refusal {
    nonZero((double) divisor.signum());
    return divisor;
  }

  private static double nonZero(double divisor) throws Refusal {
    if (divisor == 0) {
      throw new Refusal(Reason.DIVISION_BY_ZERO, "division by zero");
    }
    return divisor;
  }
}
