package io.mosskit.plugins.solve;

import java.math.MathContext;

/// A value of an unknown.
sealed interface Root {

  /// What is computed with. A root is known to half of it at least.
  MathContext DIGITS = new MathContext(80);

  record Exact(Surd value) implements Root {}

  /// A value that has no short form, its decimals certain far beyond those that are printed.
  record Decimal(Complex value) implements Root {}

  default Complex decimal() {
    return switch (this) {
      case Exact(Surd value) -> value.decimal(DIGITS);
      case Decimal(Complex value) -> value;
    };
  }
}
