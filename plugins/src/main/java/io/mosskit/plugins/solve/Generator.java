package io.mosskit.plugins.solve;

/// What polynomials are made of: an unknown, or an expression that hides one and stands for a
/// number of its own until the algebra is done.
sealed interface Generator {

  record Unknown(String name) implements Generator {}

  /// A root of something that holds an unknown. Its power is known to the algebra; which of the
  /// roots it is, only to the check at the end.
  record Radical(Fraction radicand, int index) implements Generator {}

  /// The reciprocal of a denominator: that it exists keeps the denominator from being zero.
  record Reciprocal(Polynomial denominator) implements Generator {}

  /// A positive number to the power of something that holds an unknown.
  record Exponential(Rational base, Fraction argument) implements Generator {}

  /// A function of something that holds an unknown.
  record Applied(Function function, Fraction argument) implements Generator {}
}
