package io.mosskit.plugins.calculate;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;

/// A number as Python has it: an `int` of any width, or a `float`.
sealed interface Value {

  record Int(BigInteger number) implements Value {}

  /// A `float`, but no infinity and no NaN.
  record Real(double number) implements Value {
    public Real {
      if (!Double.isFinite(number)) {
        throw new IllegalArgumentException("a real value is finite, not " + number);
      }
    }
  }

  /// The result of a floating-point operation, refused where it overflowed.
  static Value real(double number) throws Refusal {
    if (!Double.isFinite(number)) {
      throw new Refusal(Reason.OVERFLOW, "the value is too large for a floating-point number");
    }
    return new Real(number);
  }

  /// The nearest double, which Python computes with as soon as one operand is a `float`.
  default double toDouble() throws Refusal {
    return switch (this) {
      case Real(double number) -> number;
      case Int(BigInteger number) -> {
        double nearest = number.doubleValue();
        if (Double.isInfinite(nearest)) {
          throw new Refusal(
              Reason.OVERFLOW, "an integer is too large for floating-point arithmetic");
        }
        yield nearest;
      }
    };
  }

  /// The number without any rounding.
  default BigDecimal toDecimal() {
    return switch (this) {
      case Int(BigInteger number) -> new BigDecimal(number);
      case Real(double number) -> new BigDecimal(number);
    };
  }

  /// The number as Python prints it.
  default String text() {
    return switch (this) {
      case Int(BigInteger number) -> number.toString();
      case Real(double number) -> PythonFloat.repr(number);
    };
  }
}
