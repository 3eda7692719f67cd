package io.mosskit.plugins.calculate;

import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigInteger;

/// Functions of integers whose results grow fast. Each finds out that a result is too wide before
/// it is made.
final class Combinatorics {

  // How many products of words, made in a long product, take the time of one word in these steps.
  private static final int SHORT_FACTOR = 4;
  private static final int SHORT_DIVISOR = 8;
  private static final int EUCLID = 16;

  private Combinatorics() {}

  /// n (n − 1) ⋯ (n − k + 1): the ordered choices of k things among n; `k = n` makes it the
  /// factorial.
  ///
  /// @param n at least 0
  /// @param k at least 0
  static BigInteger permutations(BigInteger n, BigInteger k, Budget budget) throws Refusal {
    if (k.compareTo(n) > 0) {
      return BigInteger.ZERO;
    }
    budget.requireRoom(k.subtract(BigInteger.ONE)); // it is at least k!, and that 2^(k - 1)
    BigInteger product = BigInteger.ONE;
    for (int i = 0; i < k.intValue(); i++) {
      product = times(product, n.subtract(BigInteger.valueOf(i)), budget);
    }
    return product;
  }

  /// The choices of k things among n without order.
  ///
  /// @param n at least 0
  /// @param k at least 0
  static BigInteger combinations(BigInteger n, BigInteger k, Budget budget) throws Refusal {
    if (k.compareTo(n) > 0) {
      return BigInteger.ZERO;
    }
    BigInteger fewer = k.min(n.subtract(k));
    budget.requireRoom(fewer); // n is at least twice that, so every step doubles the result
    BigInteger chosen = BigInteger.ONE;
    for (int i = 0; i < fewer.intValue(); i++) {
      BigInteger divisor = BigInteger.valueOf(i + 1L);
      BigInteger product = times(chosen, n.subtract(BigInteger.valueOf(i)), budget);
      budget.spend(SHORT_DIVISOR * Budget.product(product, divisor));
      chosen = product.divide(divisor);
    }
    return chosen;
  }

  static BigInteger greatestCommonDivisor(BigInteger a, BigInteger b, Budget budget)
      throws Refusal {
    budget.spend(EUCLID * Budget.product(a, b));
    return a.gcd(b);
  }

  static BigInteger leastCommonMultiple(BigInteger a, BigInteger b, Budget budget) throws Refusal {
    if (a.signum() == 0 || b.signum() == 0) {
      return BigInteger.ZERO;
    }
    return times(a.divide(greatestCommonDivisor(a, b, budget)), b, budget).abs();
  }

  private static BigInteger times(BigInteger a, BigInteger b, Budget budget) throws Refusal {
    budget.spend(SHORT_FACTOR * Budget.product(a, b));
    return budget.admit(a.multiply(b));
  }
}
