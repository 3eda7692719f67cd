package io.mosskit.generator.novelty;

import java.util.function.IntPredicate;

/// The nearest prompt found so far: the greatest score, the earliest prompt among equal ones.
///
/// A score is 2l / t for l common units of t in both texts together. Two scores are compared as
/// fractions in whole numbers; their doubles cannot be told apart where the fractions are equal,
/// and keep the order where they are not (t is far below 2²⁶).
final class Nearest {

  private static final int NONE = Integer.MAX_VALUE;
  private static final long SCALE = 1L << 30;

  private final double floor;
  private IntPredicate ignored = _ -> false;
  private int prompt = NONE;
  private long common;
  private long total;

  /// @param floor what scores less is not looked for
  Nearest(double floor) {
    this.floor = floor;
    clear(_ -> false);
  }

  /// Begins anew.
  ///
  /// @param ignored the prompts that do not count
  void clear(IntPredicate ignored) {
    this.ignored = ignored;
    prompt = NONE;
    common = (long) Math.floor(floor / 2 * SCALE); // rounded down: may let through, never keeps out
    total = SCALE;
  }

  /// Whether a prompt that shares at most so many units, of so many in both texts, could become the
  /// nearest.
  boolean isReachedBy(long shared, long both) {
    return shared * total >= common * both;
  }

  /// Of an earlier and a later prompt with equal scores the earlier one counts.
  boolean isReachedBy(long shared, long both, int other) {
    long difference = shared * total - common * both;
    return difference > 0 || (difference == 0 && other < prompt);
  }

  /// Takes a prompt that shares exactly so many units, where it is nearer.
  void offer(int other, int shared, int both) {
    if (shared > 0
        && isReachedBy(shared, both, other)
        && 2.0 * shared / both >= floor
        && !ignored.test(other)) {
      prompt = other;
      common = shared;
      total = both;
    }
  }

  /// The shortest text that reaches this score with one of n units: all its m units are shared, so
  /// m / (n + m) ≥ common / total.
  long leastLength(int n) {
    return Math.ceilDiv(common * n, Math.max(1, total - common));
  }

  /// The longest text that reaches this score with one of n units if it shares at most `shared`:
  /// shared / (n + m) ≥ common / total.
  long greatestLength(int n, int shared) {
    return common == 0 ? Integer.MAX_VALUE : shared * total / common - n;
  }

  boolean isFound() {
    return prompt != NONE;
  }

  long common() {
    return common;
  }

  long total() {
    return total;
  }

  int prompt() {
    return prompt;
  }

  double score() {
    return isFound() ? 2.0 * common / total : 0;
  }
}
