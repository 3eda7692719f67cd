package io.mosskit.generator.money;

/// How a request that was sent stands in the accounts.
public enum Settlement {
  /// The answer says what it took.
  BILLED,
  /// The answer does not say what it took: the worst case counts.
  ESTIMATED,
  /// No answer came, and nobody knows whether one was made: the worst case counts as possible.
  LOST,
  /// The teacher turned it away: nothing is billed.
  FREE
}
