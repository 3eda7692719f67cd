package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The linear and quadratic factors of a polynomial over the rational numbers, found from the
/// decimals of its roots: one root, or the sum and the product of two, times the leading
/// coefficient is an integer. The proof of a factor is that it divides.
///
/// @param found the factors
/// @param otherRoots the roots of what is left
record Factors(List<Univariate> found, List<Complex> otherRoots) {

  private static final MathContext EXACTLY = MathContext.UNLIMITED;

  /// How near to an integer a factor's coefficient must come to be tried.
  private static final BigDecimal NEAR = BigDecimal.ONE.movePointLeft(10);

  /// @param roots to so many digits that those behind the point of their products with the leading
  ///   coefficient are right
  static Factors of(Univariate polynomial, List<Complex> roots, Budget budget) throws Refusal {
    List<Univariate> found = new ArrayList<>();
    List<Complex> open = new ArrayList<>(roots);
    List<Complex> others = new ArrayList<>();
    Univariate rest = polynomial;
    while (!open.isEmpty()) {
      Complex root = open.removeFirst();
      Optional<Univariate> factor = divisor(rest, linear(polynomial.leading(), root), budget);
      for (int i = 0; i < open.size() && factor.isEmpty(); i++) {
        budget.spend(root.re().precision());
        factor = divisor(rest, quadratic(polynomial.leading(), root, open.get(i)), budget);
        if (factor.isPresent()) {
          open.remove(i);
        }
      }
      if (factor.isPresent()) {
        found.add(factor.get());
        rest = rest.quotient(factor.get(), budget).orElseThrow();
      } else {
        others.add(root);
      }
    }
    return new Factors(found, others);
  }

  private static Optional<Univariate> divisor(
      Univariate polynomial, Optional<Univariate> candidate, Budget budget) throws Refusal {
    return candidate.isPresent() && polynomial.quotient(candidate.get(), budget).isPresent()
        ? candidate
        : Optional.empty();
  }

  private static Optional<Univariate> linear(BigInteger leading, Complex root) {
    return integer(leading, root).map(product -> primitive(List.of(product.negate(), leading)));
  }

  private static Optional<Univariate> quadratic(BigInteger leading, Complex first, Complex second) {
    return integer(leading, first.plus(second, EXACTLY))
        .flatMap(sum ->
            integer(leading, first.times(second, EXACTLY))
                .map(product -> primitive(List.of(product, sum.negate(), leading))));
  }

  private static Univariate primitive(List<BigInteger> integers) {
    BigInteger content = integers.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    return new Univariate(integers.stream().map(integer -> integer.divide(content)).toList());
  }

  /// The product, where it is an integer as far as its digits tell.
  private static Optional<BigInteger> integer(BigInteger leading, Complex number) {
    Complex product = number.times(Complex.real(new BigDecimal(leading)), EXACTLY);
    BigDecimal whole = product.re().setScale(0, RoundingMode.HALF_EVEN);
    return product.im().abs().compareTo(NEAR) < 0
            && product.re().subtract(whole).abs().compareTo(NEAR) < 0
        ? Optional.of(whole.toBigInteger())
        : Optional.empty();
  }
}
