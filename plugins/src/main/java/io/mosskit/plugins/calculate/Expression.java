package io.mosskit.plugins.calculate;

import java.util.List;

/// An expression as a tree. Parentheses are its shape, and a plus sign is nothing.
sealed interface Expression {

  record Literal(Value value) implements Expression {}

  record Constant(String name) implements Expression {}

  record Negation(Expression operand) implements Expression {}

  record Binary(Operator operator, Expression left, Expression right) implements Expression {}

  record Call(String function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
