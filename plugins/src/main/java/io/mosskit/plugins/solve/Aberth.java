package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// All complex roots of a polynomial at once, by the iteration of Ehrlich and Aberth (1973,
/// doi:10.1145/362038.362047), begun where Bini (1996, doi:10.1007/BF02207694) says.
///
/// At the end each root lies in a disc of its own, n·|p(z)| / |a·Π(z − other)| wide (Smith, 1970,
/// doi:10.1145/321574.321584), the rounding of p(z) included. A disc that its mirror image meets
/// therefore holds a real root.
final class Aberth {

  /// To this part of a root's size its disc must shrink.
  private static final int CERTAIN_DIGITS = 45;

  private static final int FIRST_DIGITS = 34;
  private static final int MOST_DIGITS = 1000;

  /// What one complex operation costs, in products of words, and what each 9 digits add to that.
  private static final int OPERATION = 800;

  /// Leaves a point where the step has no direction.
  private static final Complex ASIDE = new Complex(BigDecimal.ONE, BigDecimal.ONE.movePointLeft(2));

  private static final double TURN = 0.7; // keeps the first guesses off the axes

  private final Univariate polynomial;
  private final int degree;
  private final Budget budget;
  private final List<Complex> roots = new ArrayList<>();
  private MathContext digits = new MathContext(FIRST_DIGITS);

  private Aberth(Univariate polynomial, Budget budget) {
    this.polynomial = polynomial;
    this.degree = polynomial.degree();
    this.budget = budget;
  }

  /// The roots of a square-free polynomial.
  ///
  /// @param least to how many digits, at least
  static List<Complex> roots(Univariate polynomial, int least, Budget budget) throws Refusal {
    Aberth aberth = new Aberth(polynomial, budget);
    aberth.guess();
    aberth.converge();
    for (int precision = least; precision <= MOST_DIGITS; precision *= 2) {
      aberth.digits = new MathContext(precision);
      aberth.converge();
      if (aberth.isCertain()) {
        return aberth.roots;
      }
    }
    throw new Refusal(Reason.LIMIT_EXCEEDED, "two roots lie too close together to tell apart");
  }

  /// Points on circles whose radii the upper hull of the coefficients' logarithms gives.
  private void guess() {
    List<Integer> hull = new ArrayList<>();
    for (int i = 0; i <= degree; i++) {
      if (polynomial.coefficient(i).signum() != 0) {
        while (hull.size() > 1
            && slope(hull.get(hull.size() - 2), i)
                >= slope(hull.get(hull.size() - 2), hull.getLast())) {
          hull.removeLast();
        }
        hull.add(i);
      }
    }
    for (int side = 1; side < hull.size(); side++) {
      int from = hull.get(side - 1);
      int to = hull.get(side);
      BigDecimal radius = powerOfTwo(-slope(from, to));
      for (int i = from; i < to; i++) {
        double angle = 2 * Math.PI * i / (to - from) + TURN * side;
        roots.add(
            new Complex(
                radius.multiply(new BigDecimal(StrictMath.cos(angle)), digits),
                radius.multiply(new BigDecimal(StrictMath.sin(angle)), digits)));
      }
    }
  }

  private double slope(int from, int to) {
    return (logarithm(polynomial.coefficient(to)) - logarithm(polynomial.coefficient(from)))
        / (to - from);
  }

  /// To the base 2, of an integer of any size.
  private static double logarithm(BigInteger n) {
    int shift = Math.max(0, n.bitLength() - Double.PRECISION);
    double leading = n.abs().shiftRight(shift).doubleValue();
    return StrictMath.log(leading) / StrictMath.log(2) + shift;
  }

  private BigDecimal powerOfTwo(double exponent) {
    int whole = (int) Math.floor(exponent);
    return BigDecimal.TWO
        .pow(whole, digits)
        .multiply(new BigDecimal(StrictMath.pow(2, exponent - whole)), digits);
  }

  private void converge() throws Refusal {
    boolean[] settled = new boolean[degree];
    boolean moved = true;
    while (moved) {
      moved = false;
      for (int i = 0; i < degree; i++) {
        if (!settled[i]) {
          settled[i] = improve(i);
          moved = true;
        }
      }
    }
  }

  /// The polynomial at a point.
  ///
  /// @param error how far from the truth the value may be that was computed in these digits
  private record Value(Complex value, Complex slope, BigDecimal error) {}

  private Value at(Complex z) {
    Complex value = Complex.ZERO;
    Complex slope = Complex.ZERO;
    BigDecimal size = BigDecimal.ZERO;
    BigDecimal abs = z.abs(digits);
    for (int power = degree; power >= 0; power--) {
      BigDecimal coefficient = new BigDecimal(polynomial.coefficient(power), digits);
      slope = slope.times(z, digits).plus(value, digits);
      value = value.times(z, digits).plus(Complex.real(coefficient), digits);
      size = size.multiply(abs).add(coefficient.abs(), digits);
    }
    BigDecimal error =
        size.multiply(BigDecimal.valueOf(4L * degree), digits)
            .movePointLeft(digits.getPrecision() - 1);
    return new Value(value, slope, error);
  }

  /// Whether the root has come to rest: its value is an error of rounding, or its step is.
  private boolean improve(int i) throws Refusal {
    pay(4L * degree);
    Complex z = roots.get(i);
    Value at = at(z);
    if (at.value().abs(digits).compareTo(at.error()) <= 0) {
      return true;
    }
    // Newton's step is value / slope, and the others push away: value / (slope − value · Σ).
    Complex divisor = at.slope().minus(at.value().times(repulsion(i), digits), digits);
    if (divisor.isZero()) {
      roots.set(i, z.times(ASIDE, digits));
      return false;
    }
    Complex step = at.value().over(divisor, digits);
    roots.set(i, z.minus(step, digits));
    BigDecimal least = z.abs(digits).movePointLeft(digits.getPrecision() - 4);
    return step.abs(digits).compareTo(least) <= 0;
  }

  private Complex repulsion(int i) {
    Complex sum = Complex.ZERO;
    for (int j = 0; j < degree; j++) {
      Complex distance = roots.get(i).minus(roots.get(j), digits);
      if (j != i && !distance.isZero()) {
        sum = sum.plus(Complex.ONE.over(distance, digits), digits);
      }
    }
    return sum;
  }

  private boolean isCertain() throws Refusal {
    List<BigDecimal> radii = new ArrayList<>();
    for (int i = 0; i < degree; i++) {
      pay(4L * degree);
      Complex z = roots.get(i);
      BigDecimal product = distances(i);
      if (product.signum() == 0) {
        return false;
      }
      Value at = at(z);
      BigDecimal radius =
          at.value()
              .abs(digits)
              .add(at.error())
              .multiply(BigDecimal.valueOf(2L * degree))
              .divide(product, digits);
      if (radius.compareTo(z.abs(digits).movePointLeft(CERTAIN_DIGITS)) > 0) {
        return false;
      }
      radii.add(radius);
    }
    if (!areApart(radii)) {
      return false;
    }
    straighten(radii);
    return true;
  }

  /// The product of a root's distances to the others and the leading coefficient.
  private BigDecimal distances(int i) {
    BigDecimal product = new BigDecimal(polynomial.leading(), digits);
    for (int j = 0; j < degree; j++) {
      if (j != i) {
        BigDecimal distance = roots.get(i).minus(roots.get(j), digits).abs(digits);
        product = product.multiply(distance, digits);
      }
    }
    return product;
  }

  private boolean areApart(List<BigDecimal> radii) throws Refusal {
    pay((long) degree * degree);
    for (int i = 0; i < degree; i++) {
      for (int j = 0; j < i; j++) {
        BigDecimal distance = roots.get(i).minus(roots.get(j), digits).abs(digits);
        if (distance.compareTo(radii.get(i).add(radii.get(j)).multiply(BigDecimal.TWO)) <= 0) {
          return false;
        }
      }
    }
    return true;
  }

  /// Puts real roots on the real axis and, where with z also −z is a root, imaginary ones on the
  /// imaginary axis.
  private void straighten(List<BigDecimal> radii) {
    for (int i = 0; i < degree; i++) {
      Complex z = roots.get(i);
      if (z.im().abs().compareTo(radii.get(i)) <= 0) {
        roots.set(i, Complex.real(z.re()));
      } else if (polynomial.isEven() && z.re().abs().compareTo(radii.get(i)) <= 0) {
        roots.set(i, new Complex(BigDecimal.ZERO, z.im()));
      }
    }
    for (int i = 0; i < degree; i++) {
      mirror(roots.get(i));
    }
  }

  /// Makes the conjugate of a root in the upper half exactly that.
  private void mirror(Complex upper) {
    if (upper.im().signum() > 0) {
      Complex conjugate = new Complex(upper.re(), upper.im().negate());
      int nearest =
          IntStream.range(0, degree)
              .boxed()
              .min(Comparator.comparing(j -> conjugate.minus(roots.get(j), digits).abs(digits)))
              .orElseThrow();
      roots.set(nearest, conjugate);
    }
  }

  private void pay(long operations) throws Refusal {
    long words = digits.getPrecision() / 9 + 1L;
    budget.spend(operations * (OPERATION + words * words));
  }
}
