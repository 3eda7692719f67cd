package io.mosskit.plugins.solve;

import java.math.BigDecimal;
import java.math.MathContext;

/// A complex number. Each operation rounds to the digits it is given.
record Complex(BigDecimal re, BigDecimal im) {

  static final Complex ZERO = real(BigDecimal.ZERO);
  static final Complex ONE = real(BigDecimal.ONE);

  static Complex real(BigDecimal value) {
    return new Complex(value, BigDecimal.ZERO);
  }

  boolean isZero() {
    return re.signum() == 0 && im.signum() == 0;
  }

  boolean isReal() {
    return im.signum() == 0;
  }

  Complex plus(Complex other, MathContext digits) {
    return new Complex(re.add(other.re, digits), im.add(other.im, digits));
  }

  Complex minus(Complex other, MathContext digits) {
    return new Complex(re.subtract(other.re, digits), im.subtract(other.im, digits));
  }

  Complex negate() {
    return new Complex(re.negate(), im.negate());
  }

  Complex times(Complex other, MathContext digits) {
    return new Complex(
        re.multiply(other.re).subtract(im.multiply(other.im), digits),
        re.multiply(other.im).add(im.multiply(other.re), digits));
  }

  /// @param other other than zero
  Complex over(Complex other, MathContext digits) {
    BigDecimal square = other.re.multiply(other.re).add(other.im.multiply(other.im), digits);
    Complex product = times(new Complex(other.re, other.im.negate()), digits);
    return new Complex(product.re.divide(square, digits), product.im.divide(square, digits));
  }

  BigDecimal abs(MathContext digits) {
    return isReal() ? re.abs() : re.multiply(re).add(im.multiply(im)).round(digits).sqrt(digits);
  }

  /// The root with the real part at least 0.
  Complex squareRoot(MathContext digits) {
    if (isReal()) {
      BigDecimal root = re.abs().sqrt(digits);
      return re.signum() < 0 ? new Complex(BigDecimal.ZERO, root) : real(root);
    }
    BigDecimal real = abs(digits).add(re.abs()).divide(BigDecimal.TWO, digits).sqrt(digits);
    BigDecimal other = im.divide(real.add(real), digits);
    if (re.signum() >= 0) {
      return new Complex(real, other);
    }
    return new Complex(other.abs(), im.signum() < 0 ? real.negate() : real);
  }
}
