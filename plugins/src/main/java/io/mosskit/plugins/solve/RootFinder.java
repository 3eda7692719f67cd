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

/// The roots of a polynomial in one unknown, each of them once. Those of its linear and quadratic
/// factors are exact, the others decimals.
final class RootFinder {

  /// Beyond so many bits a factor is not looked for.
  private static final int WIDEST = 1000;

  private static final double LOG10_OF_2 = 0.30103;

  /// How near to an integer a candidate for a factor's coefficient must come. The proof is that the
  /// factor divides.
  private static final BigDecimal NEAR = BigDecimal.ONE.movePointLeft(10);

  private final boolean exact;
  private final Budget budget;
  private final List<Root> found = new ArrayList<>();

  private RootFinder(boolean exact, Budget budget) {
    this.exact = exact;
    this.budget = budget;
  }

  /// @param exact whether exact forms are wanted; where the coefficients were rounded they mean
  ///   nothing
  static List<Root> roots(Univariate polynomial, boolean exact, Budget budget) throws Refusal {
    RootFinder finder = new RootFinder(exact, budget);
    finder.find(polynomial.squareFree(budget));
    return List.copyOf(finder.found);
  }

  private void find(Univariate polynomial) throws Refusal {
    switch (polynomial.degree()) {
      case 0 -> {}
      case 1 -> linear(polynomial);
      case 2 -> quadratic(polynomial);
      default -> {
        Optional<Univariate> withoutZero = polynomial.quotient(Univariate.X, budget);
        if (withoutZero.isPresent()) {
          linear(Univariate.X);
          find(withoutZero.get());
        } else {
          higher(polynomial);
        }
      }
    }
  }

  private void linear(Univariate polynomial) {
    add(Surd.of(Rational.reduced(polynomial.coefficient(0).negate(), polynomial.leading())));
  }

  private void quadratic(Univariate polynomial) throws Refusal {
    BigInteger b = polynomial.coefficient(1);
    BigInteger doubled = polynomial.leading().shiftLeft(1);
    budget.spendProduct(b, b);
    BigInteger discriminant =
        b.multiply(b)
            .subtract(doubled.multiply(polynomial.coefficient(0)).shiftLeft(1));
    Rational middle = Rational.reduced(b.negate(), doubled);
    Rational side = Rational.reduced(BigInteger.ONE, doubled);
    if (exact) {
      add(Surd.of(middle, side.negate(), discriminant, budget));
      add(Surd.of(middle, side, discriminant, budget));
    } else {
      add(new Surd(middle, side.negate(), discriminant));
      add(new Surd(middle, side, discriminant));
    }
  }

  private void add(Surd root) {
    found.add(
        exact || root.isRational()
            ? new Root.Exact(root)
            : new Root.Decimal(root.decimal(Root.DIGITS)));
  }

  /// Finds the factors from the decimals of the roots: one root, or the sum and the product of two,
  /// times the leading coefficient is an integer.
  private void higher(Univariate polynomial) throws Refusal {
    boolean factoring = exact && polynomial.bits() <= WIDEST;
    int digits = Root.DIGITS.getPrecision();
    int needed = factoring ? digits + (int) (3 * LOG10_OF_2 * polynomial.bits()) : digits;
    List<Complex> roots = new ArrayList<>(Aberth.roots(polynomial, needed, budget));
    Univariate rest = polynomial;
    if (factoring) {
      rest = withoutFactors(rest, roots);
    }
    if (rest.degree() <= 2) {
      find(rest);
    } else {
      roots.forEach(root -> found.add(new Root.Decimal(root)));
    }
  }

  /// @param roots loses those of the factors found
  private Univariate withoutFactors(Univariate polynomial, List<Complex> roots) throws Refusal {
    Univariate rest = polynomial;
    for (int i = 0; i < roots.size(); i++) {
      for (int j = i; j < roots.size(); j++) {
        Optional<Univariate> factor = factor(polynomial.leading(), roots.get(i), roots.get(j), i == j);
        Optional<Univariate> quotient =
            factor.isPresent() ? rest.quotient(factor.get(), budget) : Optional.empty();
        if (quotient.isPresent()) {
          find(factor.orElseThrow());
          rest = quotient.get();
          roots.remove(j);
          if (i != j) {
            roots.remove(i);
          }
          i--;
          break;
        }
      }
    }
    return rest;
  }

  private Optional<Univariate> factor(BigInteger leading, Complex first, Complex second, boolean one)
      throws Refusal {
    budget.spend(Root.DIGITS.getPrecision());
    Complex scale = Complex.real(new BigDecimal(leading));
    MathContext all = MathContext.UNLIMITED;
    if (one) {
      return near(first.times(scale, all))
          .flatMap(root -> primitive(List.of(root.negate(), leading)));
    }
    Optional<BigInteger> sum = near(first.plus(second, all).times(scale, all));
    if (sum.isEmpty()) {
      return Optional.empty();
    }
    return near(first.times(second, all).times(scale, all))
        .flatMap(product -> primitive(List.of(product, sum.get().negate(), leading)));
  }

  private static Optional<Univariate> primitive(List<BigInteger> integers) {
    BigInteger content =
        integers.stream().reduce(BigInteger.ZERO, BigInteger::gcd);
    return Optional.of(
        new Univariate(integers.stream().map(integer -> integer.divide(content)).toList()));
  }

  private static Optional<BigInteger> near(Complex number) {
    BigDecimal whole = number.re().setScale(0, RoundingMode.HALF_EVEN);
    return number.im().abs().compareTo(NEAR) < 0
            && number.re().subtract(whole).abs().compareTo(NEAR) < 0
        ? Optional.of(whole.toBigInteger())
        : Optional.empty();
  }
}
