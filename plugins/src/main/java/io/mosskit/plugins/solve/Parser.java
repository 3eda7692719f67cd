package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Budget;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.solve.Expression.Call;
import io.mosskit.plugins.solve.Expression.Constant;
import io.mosskit.plugins.solve.Expression.Factor;
import io.mosskit.plugins.solve.Expression.Literal;
import io.mosskit.plugins.solve.Expression.Negation;
import io.mosskit.plugins.solve.Expression.Power;
import io.mosskit.plugins.solve.Expression.Product;
import io.mosskit.plugins.solve.Expression.Sum;
import io.mosskit.plugins.solve.Expression.Unknown;
import io.mosskit.plugins.solve.Token.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads equations by recursive descent. A product without a sign, `2x` or `3(x+1)`, is one like
/// any other, read from the left: `1/2x` is half of x.
final class Parser {

  private static final Map<String, String> BRACKETS = Map.of("(", ")", "[", "]", "{", "}");
  private static final Literal ZERO = new Literal(Rational.ZERO, false);
  private static final Literal HALF =
      new Literal(new Rational(BigInteger.ONE, BigInteger.TWO), false);

  private final List<Token> tokens;
  private final int depthLimit;
  private final Budget budget;
  private int next;
  private int depth;

  private Parser(List<Token> tokens, int depthLimit, Budget budget) {
    this.tokens = tokens;
    this.depthLimit = depthLimit;
    this.budget = budget;
  }

  /// The equations. An expression without `=` beside an equation is what the caller wanted to know,
  /// and says nothing; alone, it is to be zero.
  ///
  /// @param depthLimit how many signs, brackets, calls and exponents may be open at once
  static List<Equation> parse(String text, int depthLimit, Budget budget) throws Refusal {
    return new Parser(Letters.apart(Lexer.tokens(text)), depthLimit, budget).equations();
  }

  private List<Equation> equations() throws Refusal {
    List<Equation> equations = new ArrayList<>();
    List<Equation> bare = new ArrayList<>();
    while (peek().kind() != Kind.END) {
      if (peek().kind() == Kind.SEPARATOR) {
        next++;
        continue;
      }
      Expression left = sum();
      if (!peek().is("=")) {
        bare.add(new Equation(left, ZERO));
      }
      while (skip("=")) { // a = b = c is two equations
        Expression right = sum();
        equations.add(new Equation(left, right));
        left = right;
      }
      if (peek().kind() != Kind.SEPARATOR && peek().kind() != Kind.END) {
        throw expected("an operator, '=', ';' or the end");
      }
    }
    if (equations.isEmpty() && bare.isEmpty()) {
      throw expected("an equation");
    }
    return equations.isEmpty() ? bare : equations;
  }

  private Expression sum() throws Refusal {
    List<Expression> terms = new ArrayList<>(List.of(product()));
    while (peek().is("+") || peek().is("-")) {
      boolean negative = peek().is("-");
      next++;
      Expression term = product();
      terms.add(negative ? new Negation(term) : term);
    }
    return terms.size() == 1 ? terms.getFirst() : new Sum(terms);
  }

  private Expression product() throws Refusal {
    List<Factor> factors = new ArrayList<>(List.of(new Factor(signed(), false)));
    while (true) {
      if (skip("*")) {
        factors.add(new Factor(signed(), false));
      } else if (skip("/")) {
        factors.add(new Factor(signed(), true));
      } else if (peek().kind() == Kind.NAME || BRACKETS.containsKey(peek().text())) {
        factors.add(new Factor(power(), false));
      } else {
        return factors.size() == 1 ? factors.getFirst().expression() : new Product(factors);
      }
    }
  }

  private Expression signed() throws Refusal {
    if (!peek().is("-") && !peek().is("+")) {
      return power();
    }
    boolean negative = peek().is("-");
    next++;
    Expression operand = deeper(this::signed);
    return negative ? new Negation(operand) : operand;
  }

  /// An operand and its exponent, which groups to the right and may have a sign.
  private Expression power() throws Refusal {
    Expression base = operand();
    return skip("^") ? new Power(base, deeper(this::signed)) : base;
  }

  private Expression operand() throws Refusal {
    Token token = peek();
    if (token.kind() == Kind.NUMBER) {
      next++;
      return literal(token.text());
    }
    if (token.kind() == Kind.NAME) {
      next++;
      return named(token);
    }
    String closing = BRACKETS.get(token.text());
    if (closing == null) {
      throw expected("a number, a name or '('");
    }
    next++;
    return closed(closing);
  }

  private Literal literal(String text) throws Refusal {
    boolean decimal = !text.chars().allMatch(c -> c >= '0' && c <= '9');
    try {
      return new Literal(Rational.of(new BigDecimal(text), budget), decimal);
    } catch (NumberFormatException e) { // an exponent beyond 32 bits
      throw new Refusal(Reason.LIMIT_EXCEEDED, "the number " + text + " is too large or too small");
    }
  }

  private Expression named(Token token) throws Refusal {
    String name = token.text();
    Optional<Function> function = Function.named(name);
    if (function.isPresent()) {
      return call(function.get());
    }
    return switch (name) {
      case "pi" -> Constant.PI;
      case "e" -> Constant.E;
      case "sqrt" -> new Power(argument(), HALF);
      case "exp" -> new Power(Constant.E, argument());
      case "lg", "log10" -> quotient(new Call(Function.LN, argument()), naturalLogarithm(10));
      case "log2" -> quotient(new Call(Function.LN, argument()), naturalLogarithm(2));
      default -> unknown(token);
    };
  }

  /// `log(x, b)` is to the base b.
  private Expression call(Function function) throws Refusal {
    requireOpening();
    Expression argument = deeper(this::sum);
    if (function == Function.LN && peek().text().equals(",")) {
      next++;
      Expression base = closed(")");
      return quotient(new Call(function, argument), new Call(function, base));
    }
    require(")");
    return new Call(function, argument);
  }

  private Expression argument() throws Refusal {
    requireOpening();
    return closed(")");
  }

  private static Expression naturalLogarithm(long number) {
    return new Call(Function.LN, new Literal(Rational.of(number), false));
  }

  private static Expression quotient(Expression dividend, Expression divisor) {
    return new Product(List.of(new Factor(dividend, false), new Factor(divisor, true)));
  }

  /// One letter before a parenthesis is a factor, and a word a function that nobody knows.
  private Unknown unknown(Token token) throws Refusal {
    if (peek().is("(") && Letters.isWord(token.text())) {
      throw new Refusal(
          Reason.UNKNOWN_NAME,
          "character %d: no function is named '%s'".formatted(token.at(), token.text()));
    }
    return new Unknown(token.text());
  }

  private Expression closed(String closing) throws Refusal {
    Expression inner = deeper(this::sum);
    require(closing);
    return inner;
  }

  private interface Rule {
    Expression read() throws Refusal;
  }

  private Expression deeper(Rule rule) throws Refusal {
    if (++depth > depthLimit) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          "character %d: nested deeper than %d levels".formatted(peek().at(), depthLimit));
    }
    Expression inner = rule.read();
    depth--;
    return inner;
  }

  private void requireOpening() throws Refusal {
    if (!skip("(")) {
      throw expected("'(' after the function's name");
    }
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
