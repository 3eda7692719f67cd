package io.mosskit.plugins.solve;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// One side of an equation as a tree. A square root is a power, and so is the exponential function.
sealed interface Expression {

  /// A number as written.
  ///
  /// @param decimal whether it was written with a point or an exponent, which makes it a `float`
  record Literal(Rational value, boolean decimal) implements Expression {}

  enum Constant implements Expression {
    PI,
    E
  }

  record Unknown(String name) implements Expression {}

  record Negation(Expression operand) implements Expression {}

  record Sum(List<Expression> terms) implements Expression {
    public Sum {
      terms = List.copyOf(terms);
    }
  }

  record Product(List<Factor> factors) implements Expression {
    public Product {
      factors = List.copyOf(factors);
    }
  }

  /// What is multiplied, or divided by.
  record Factor(Expression expression, boolean divides) {}

  record Power(Expression base, Expression exponent) implements Expression {}

  record Call(Function function, Expression argument) implements Expression {}

  /// What stands in the place of an unknown.
  interface Replacement {
    Expression of(Unknown unknown);
  }

  /// The names of the unknowns in it.
  default SortedSet<String> unknowns() {
    SortedSet<String> names = new TreeSet<>();
    replaced(unknown -> {
      names.add(unknown.name());
      return unknown;
    });
    return names;
  }

  default boolean isConstant() {
    return unknowns().isEmpty();
  }

  /// The same tree with something else in the place of each unknown.
  default Expression replaced(Replacement replacement) {
    UnaryOperator<Expression> inner = part -> part.replaced(replacement);
    return switch (this) {
      case Literal literal -> literal;
      case Constant constant -> constant;
      case Unknown unknown -> replacement.of(unknown);
      case Negation(Expression operand) -> new Negation(inner.apply(operand));
      case Sum(List<Expression> terms) -> new Sum(terms.stream().map(inner).toList());
      case Product(List<Factor> factors) ->
          new Product(
              factors.stream()
                  .map(factor -> new Factor(inner.apply(factor.expression()), factor.divides()))
                  .toList());
      case Power(Expression base, Expression exponent) ->
          new Power(inner.apply(base), inner.apply(exponent));
      case Call(Function function, Expression argument) ->
          new Call(function, inner.apply(argument));
    };
  }

  /// Whether Python would have a `float` somewhere in it, where sympy then prints every number as
  /// one: a decimal, a quotient of two integers, a constant or a function of a number.
  default boolean hasFloat() {
    return switch (this) {
      case Literal(_, boolean decimal) -> decimal;
      case Constant _ -> true;
      case Unknown _ -> false;
      case Negation(Expression operand) -> operand.hasFloat();
      case Sum(List<Expression> terms) -> terms.stream().anyMatch(Expression::hasFloat);
      case Product(List<Factor> factors) -> hasFloat(factors);
      case Power(Expression base, Expression exponent) ->
          base.hasFloat() || exponent.hasFloat() || isFloat(base, exponent);
      case Call(_, Expression argument) -> argument.isConstant() || argument.hasFloat();
    };
  }

  /// A product is computed from the left: `3/4x` divides integers, and `3x/4` does not.
  private static boolean hasFloat(List<Factor> factors) {
    boolean constant = true;
    for (Factor factor : factors) {
      constant &= factor.expression().isConstant();
      if (factor.expression().hasFloat() || (constant && factor.divides())) {
        return true;
      }
    }
    return false;
  }

  /// Whether it is a power of numbers that is no integer: Python's `2**-1` is 0.5.
  private static boolean isFloat(Expression base, Expression exponent) {
    return base.isConstant() && exponent.isConstant() && !(exponent.integer() >= 0); // NaN too
  }

  /// About the value of a constant that Python computes with integers, NaN for others.
  private double integer() {
    return switch (this) {
      case Literal(Rational value, _) ->
          value.isInteger() ? value.numerator().doubleValue() : Double.NaN;
      case Negation(Expression operand) -> -operand.integer();
      case Sum(List<Expression> terms) -> terms.stream().mapToDouble(Expression::integer).sum();
      case Product(List<Factor> factors) ->
          factors.stream()
              .mapToDouble(factor -> factor.expression().integer())
              .reduce(1, (a, b) -> a * b);
      case Power(Expression base, Expression exponent) ->
          StrictMath.pow(base.integer(), exponent.integer());
      case Constant _, Unknown _, Call _ -> Double.NaN;
    };
  }
}
