package io.mosskit.plugins.calculate;

import io.mosskit.plugins.calculate.Expression.Binary;
import io.mosskit.plugins.calculate.Expression.Call;
import io.mosskit.plugins.calculate.Expression.Constant;
import io.mosskit.plugins.calculate.Expression.Literal;
import io.mosskit.plugins.calculate.Expression.Negation;
import io.mosskit.plugins.calculate.Value.Int;
import io.mosskit.plugins.calculate.Value.Real;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Computes the value of an expression, operands from left to right as Python does.
final class Evaluator {

  private final Budget budget;
  private final Arithmetic arithmetic;

  Evaluator(Budget budget) {
    this.budget = budget;
    arithmetic = new Arithmetic(budget);
  }

  Value evaluate(Expression expression) throws Refusal {
    return switch (expression) {
      case Literal(Int(BigInteger number)) -> new Int(budget.admit(number));
      case Literal(Real real) -> real;
      case Constant(String name) -> Functions.constant(name);
      case Negation(Expression operand) -> negate(evaluate(operand));
      case Binary binary -> fold(binary);
      case Call(String function, List<Expression> arguments) ->
          Functions.call(function, values(arguments), budget);
    };
  }

  private static Value negate(Value value) {
    return switch (value) {
      case Int(BigInteger number) -> new Int(number.negate());
      case Real(double number) -> new Real(-number);
    };
  }

  /// A sum of thousands of terms is a tree that leans to the left: a loop walks down it, not the
  /// stack.
  private Value fold(Binary top) throws Refusal {
    Deque<Binary> spine = new ArrayDeque<>();
    Expression leftmost = top;
    while (leftmost instanceof Binary binary) {
      spine.push(binary);
      leftmost = binary.left();
    }
    Value value = evaluate(leftmost);
    for (Binary binary : spine) {
      value = arithmetic.apply(binary.operator(), value, evaluate(binary.right()));
    }
    return value;
  }

  private List<Value> values(List<Expression> expressions) throws Refusal {
    List<Value> values = new ArrayList<>(expressions.size());
    for (Expression expression : expressions) {
      values.add(evaluate(expression));
    }
    return values;
  }
}
