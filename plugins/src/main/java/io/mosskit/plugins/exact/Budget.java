package io.mosskit.plugins.exact;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome.Reason;
import java.math.BigInteger;

/// What a calculation may still spend. Every step pays before it computes, so no step is ever too
/// long.
public final class Budget {

  private final int integerBits;
  private long left;

  /// The whole of what the limits allow.
  public Budget(Limits limits) {
    integerBits = limits.integerBits();
    left = limits.work();
  }

  /// Pays for a step.
  ///
  /// @param work an upper estimate, in products of two 32-bit words
  public void spend(long work) throws Refusal {
    left -= work;
    if (left < 0) {
      throw new Refusal(Reason.LIMIT_EXCEEDED, "the calculation is too long; simplify it");
    }
  }

  /// Pays for the product of two integers, which is no cheaper than their sum or quotient.
  public void spendProduct(BigInteger a, BigInteger b) throws Refusal {
    spend(product(a, b));
  }

  /// What the product of two integers costs.
  public static long product(BigInteger a, BigInteger b) {
    return words(a.bitLength()) * words(b.bitLength());
  }

  /// Pays for an integer about to be made by repeated multiplication.
  ///
  /// @param bits the least it can have
  public void spendPower(BigInteger bits) throws Refusal {
    requireRoom(bits);
    spend(words(bits.longValue()) * words(bits.longValue()));
  }

  /// The integer, refused where it is wider than a calculation may hold.
  public BigInteger admit(BigInteger number) throws Refusal {
    requireRoom(BigInteger.valueOf(number.bitLength()));
    return number;
  }

  /// Refuses an integer before it is made.
  ///
  /// @param bits the least it can have
  public void requireRoom(BigInteger bits) throws Refusal {
    if (bits.compareTo(BigInteger.valueOf(integerBits)) > 0) {
      throw new Refusal(Reason.LIMIT_EXCEEDED, "an integer has more than " + integerBits + " bits");
    }
  }

  private static long words(long bits) {
    return bits / Integer.SIZE + 1;
  }
}
