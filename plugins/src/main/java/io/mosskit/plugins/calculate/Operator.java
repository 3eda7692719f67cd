package io.mosskit.plugins.calculate;

import java.util.Optional;

/// The binary operators, with Python's precedence: of two that compete for an operand, the one of
/// higher binding takes it, and of two equals the left one.
enum Operator {
  ADD("+", 1),
  SUBTRACT("-", 1),
  MULTIPLY("*", 2),
  DIVIDE("/", 2),
  FLOOR_DIVIDE("//", 2),
  REMAINDER("%", 2),
  POWER("**", 4);

  /// How strongly a sign holds its operand: `-2**2` is −4, `-2*3` is (−2)·3.
  static final int SIGN_BINDING = 3;

  private final String symbol;
  private final int binding;

  Operator(String symbol, int binding) {
    this.symbol = symbol;
    this.binding = binding;
  }

  static Optional<Operator> of(Token token) {
    for (Operator operator : values()) {
      if (token.is(operator.symbol)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  int binding() {
    return binding;
  }

  /// How strongly the right operand is held. That of a power is a signed power again, which makes
  /// powers group to the right: `2**-3**2` is 2 to the −9.
  int rightBinding() {
    return this == POWER ? SIGN_BINDING : binding;
  }
}
