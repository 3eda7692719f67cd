package io.mosskit.plugins.solve;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The roots of a polynomial in one unknown, each of them once. Those of its linear and quadratic
/// factors are exact, the others decimals.
final class RootFinder {

  /// Beyond so many bits a factor is not looked for.
  private static final int WIDEST = 1000;

  private static final double LOG10_OF_2 = 0.30103;

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
        b.multiply(b).subtract(doubled.multiply(polynomial.coefficient(0)).shiftLeft(1));
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
    found.add(exact ? new Root.Exact(root) : new Root.Decimal(root.decimal(Root.DIGITS)));
  }

  private void higher(Univariate polynomial) throws Refusal {
    boolean factoring = exact && polynomial.bits() <= WIDEST;
    int digits = Root.DIGITS.getPrecision();
    int needed = factoring ? digits + (int) (3 * LOG10_OF_2 * polynomial.bits()) : digits;
    List<Complex> roots = Aberth.roots(polynomial, needed, budget);
    Factors factors =
        factoring ? Factors.of(polynomial, roots, budget) : new Factors(List.of(), roots);
    for (Univariate factor : factors.found()) {
      find(factor);
    }
    factors.otherRoots().forEach(root -> found.add(new Root.Decimal(root)));
  }
}
