package io.mosskit.plugins.calculate;

import java.math.BigInteger;

/// Division as Python does it. All divisors are other than zero.
final class Quotient {

  private static final int SIGNIFICAND_BITS = Double.PRECISION;
  private static final int LEAST_EXPONENT = Double.MIN_EXPONENT - SIGNIFICAND_BITS + 1;

  private Quotient() {}

  /// The quotient rounded towards minus infinity.
  static BigInteger floor(BigInteger dividend, BigInteger divisor) {
    BigInteger[] parts = dividend.divideAndRemainder(divisor);
    boolean above = parts[1].signum() * divisor.signum() < 0;
    return above ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  /// The double nearest to the exact quotient, the even one of two; infinite where it overflows.
  ///
  /// The quotient is taken with at least two bits more than the result keeps, the last of them
  /// saying whether anything follows, so that one rounding is enough even for a subnormal result.
  static double nearestDouble(BigInteger dividend, BigInteger divisor) {
    BigInteger x = dividend.abs();
    BigInteger y = divisor.abs();
    int exponent =
        Math.max(x.bitLength() - y.bitLength(), Double.MIN_EXPONENT) - SIGNIFICAND_BITS - 2;
    BigInteger[] parts =
        x.shiftLeft(Math.max(-exponent, 0)).divideAndRemainder(y.shiftLeft(Math.max(exponent, 0)));
    long quotient = parts[0].longValue() | (parts[1].signum() == 0 ? 0 : 1);
    int bits = Long.SIZE - Long.numberOfLeadingZeros(quotient);
    int dropped = Math.max(bits - SIGNIFICAND_BITS, LEAST_EXPONENT - exponent);
    double nearest = Math.scalb((double) roundedShift(quotient, dropped), exponent + dropped);
    return dividend.signum() < 0 == divisor.signum() < 0 ? nearest : -nearest; // 0/-5 is -0.0
  }

  /// Divides by 2^bits and rounds a half to even.
  private static long roundedShift(long value, int bits) {
    long half = 1L << (bits - 1);
    long rest = value & (2 * half - 1);
    long kept = value >> bits;
    boolean up = rest > half || (rest == half && (kept & 1) == 1);
    return up ? kept + 1 : kept;
  }

  /// The remainder with the sign of the divisor, a zero too.
  static double remainder(double dividend, double divisor) {
    double remainder = dividend % divisor;
    if (remainder == 0) {
      return Math.copySign(0, divisor);
    }
    return remainder < 0 == divisor < 0 ? remainder : remainder + divisor;
  }

  /// The whole number of times that the divisor fits below the dividend, as Python's `float` finds
  /// it.
  static double floor(double dividend, double divisor) {
    double remainder = dividend % divisor;
    double quotient = (dividend - remainder) / divisor;
    if (remainder != 0 && remainder < 0 != divisor < 0) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return Math.copySign(0, dividend / divisor);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }
}
