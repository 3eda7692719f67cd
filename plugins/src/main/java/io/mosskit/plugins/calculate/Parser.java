package io.mosskit.plugins.calculate;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.calculate.Expression.Binary;
import io.mosskit.plugins.calculate.Expression.Call;
import io.mosskit.plugins.calculate.Expression.Constant;
import io.mosskit.plugins.calculate.Expression.Literal;
import io.mosskit.plugins.calculate.Expression.Negation;
import io.mosskit.plugins.calculate.Token.Kind;
import io.mosskit.plugins.exact.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads an expression by precedence climbing (Pratt, 1973, doi:10.1145/512927.512931).
final class Parser {

  private final List<Token> tokens;
  private final int depthLimit;
  private int next;
  private int depth;

  private Parser(List<Token> tokens, int depthLimit) {
    this.tokens = tokens;
    this.depthLimit = depthLimit;
  }

  /// @param depthLimit how many signs, parentheses, calls and right operands may be open at once
  static Expression parse(String text, int depthLimit) throws Refusal {
    Parser parser = new Parser(Lexer.tokens(text), depthLimit);
    Expression expression = parser.expression(0);
    if (parser.peek().kind() != Kind.END) {
      throw parser.expected("an operator or the end");
    }
    return expression;
  }

  /// An operand, and the operators after it that hold it more strongly than the one before it does.
  private Expression expression(int binding) throws Refusal {
    if (++depth > depthLimit) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          "character %d: nested deeper than %d levels".formatted(peek().at(), depthLimit));
    }
    Expression left = operand();
    Optional<Operator> operator = Operator.of(peek());
    while (operator.isPresent() && operator.get().binding() > binding) {
      next++;
      left = new Binary(operator.get(), left, expression(operator.get().rightBinding()));
      operator = Operator.of(peek());
    }
    depth--;
    return left;
  }

  private Expression operand() throws Refusal {
    Token token = peek();
    return switch (token.kind()) {
      case INTEGER -> literal(new Value.Int(new BigInteger(token.text())));
      case REAL -> literal(Value.real(Double.parseDouble(token.text())));
      case NAME -> named();
      case SYMBOL, END -> signedOrParenthesised();
    };
  }

  private Literal literal(Value value) {
    next++;
    return new Literal(value);
  }

  private Expression signedOrParenthesised() throws Refusal {
    if (skip("-")) {
      return new Negation(expression(Operator.SIGN_BINDING));
    }
    if (skip("+")) {
      return expression(Operator.SIGN_BINDING);
    }
    if (skip("(")) {
      Expression inner = expression(0);
      require(")");
      return inner;
    }
    throw expected("a number, a name or '('");
  }

  private Expression named() throws Refusal {
    String name = peek().text();
    next++;
    return skip("(") ? new Call(name, arguments()) : new Constant(name);
  }

  private List<Expression> arguments() throws Refusal {
    List<Expression> arguments = new ArrayList<>();
    if (skip(")")) {
      return arguments;
    }
    do {
      arguments.add(expression(0));
    } while (skip(","));
    require(")");
    return arguments;
  }

  private void require(String symbol) throws Refusal {
    if (!skip(symbol)) {
      throw expected("an operator or '" + symbol + "'");
    }
  }

  private boolean skip(String symbol) {
    boolean there = peek().is(symbol);
    if (there) {
      next++;
    }
    return there;
  }

  private Refusal expected(String what) {
    return new Refusal(
        Reason.MALFORMED_ARGUMENT,
        "character %d: found %s; expected %s".formatted(peek().at(), peek().shown(), what));
  }

  private Token peek() {
    return tokens.get(next);
  }
}
