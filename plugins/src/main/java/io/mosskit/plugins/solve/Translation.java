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
import io.mosskit.plugins.solve.Generator.Applied;
import io.mosskit.plugins.solve.Generator.Exponential;
import io.mosskit.plugins.solve.Generator.Radical;
import io.mosskit.plugins.solve.Generator.Reciprocal;
import io.mosskit.plugins.solve.Generator.Unknown;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Makes polynomials of expressions. Each root and function of an unknown becomes a generator, with
/// a relation where it has one: the square of a square root is its radicand, and the squares of a
/// sine and its cosine add up to 1.
final class Translation {

  private static final BigInteger LARGEST_INDEX = BigInteger.valueOf(64);

  private final Budget budget;
  private final Constants constants;
  private final List<Generator> generators = new ArrayList<>();
  private final List<Polynomial> relations = new ArrayList<>();
  private final Set<Polynomial> denominators = new LinkedHashSet<>();

  Translation(Budget budget) {
    this.budget = budget;
    constants = new Constants(budget);
  }

  Constants constants() {
    return constants;
  }

  List<Generator> generators() {
    return generators;
  }

  List<Polynomial> relations() {
    return relations;
  }

  /// The polynomial that is zero where the sides of an equation are equal.
  Polynomial difference(Equation equation) throws Refusal {
    Fraction right = fraction(equation.right()).negate(budget);
    return fraction(equation.left()).plus(right, budget).numerator();
  }

  /// What says that no denominator is zero.
  List<Polynomial> reciprocals() throws Refusal {
    List<Polynomial> reciprocals = new ArrayList<>();
    for (Polynomial denominator : denominators) {
      Polynomial product =
          denominator.times(Polynomial.generator(number(new Reciprocal(denominator))), budget);
      reciprocals.add(product.minus(Polynomial.ONE, budget));
    }
    return reciprocals;
  }

  Fraction fraction(Expression expression) throws Refusal {
    return switch (expression) {
      case Literal(Rational value, _) -> Fraction.of(value);
      case Constant constant -> Fraction.of(constants.constant(constant));
      case Expression.Unknown(String name) -> generator(new Unknown(name));
      case Negation(Expression operand) -> fraction(operand).negate(budget);
      case Sum(List<Expression> terms) -> sum(terms);
      case Product(List<Factor> factors) -> product(factors);
      case Power(Expression base, Expression exponent) -> power(base, fraction(exponent));
      case Call(Function function, Expression argument) -> call(function, fraction(argument));
    };
  }

  private Fraction sum(List<Expression> terms) throws Refusal {
    Fraction sum = Fraction.of(Rational.ZERO);
    for (Expression term : terms) {
      sum = sum.plus(fraction(term), budget);
    }
    return sum;
  }

  private Fraction product(List<Factor> factors) throws Refusal {
    Fraction product = Fraction.of(Rational.ONE);
    for (Factor factor : factors) {
      Fraction fraction = fraction(factor.expression());
      product = factor.divides() ? over(product, fraction) : product.times(fraction, budget);
    }
    return product;
  }

  private Fraction over(Fraction dividend, Fraction divisor) throws Refusal {
    Fraction quotient = dividend.over(divisor, budget);
    if (!divisor.numerator().isConstant()) {
      denominators.add(divisor.numerator());
    }
    return quotient;
  }

  private Fraction power(Expression base, Fraction exponent) throws Refusal {
    if (!exponent.isConstant()) {
      return base == Constant.E
          ? exponential(Constants.E, exponent)
          : exponential(positive(fraction(base)), exponent);
    }
    if (base == Constant.E) {
      return Fraction.of(constants.exp(exponent.value()));
    }
    return power(fraction(base), exponent.value());
  }

  private static Rational positive(Fraction base) throws Refusal {
    if (!base.isConstant() || base.value().signum() <= 0) {
      throw new Refusal(
          Reason.NOTHING_FOUND,
          "an unknown in the exponent is solved only over a positive number as the base");
    }
    return base.value();
  }

  private Fraction power(Fraction base, Rational exponent) throws Refusal {
    if (base.isConstant()) {
      return Fraction.of(constants.power(base.value(), exponent));
    }
    if (exponent.denominator().compareTo(LARGEST_INDEX) > 0
        || exponent.numerator().abs().bitLength() >= Short.SIZE) {
      throw new Refusal(
          Reason.LIMIT_EXCEEDED,
          "the exponent %s is too long; roots up to the %dth and powers up to %d are solved"
              .formatted(exponent, LARGEST_INDEX, Monomial.HIGHEST_DEGREE));
    }
    Fraction root = exponent.isInteger() ? base : radical(base, exponent.denominator().intValue());
    int power = exponent.numerator().intValue();
    return power < 0
        ? over(Fraction.of(Rational.ONE), root.power(-power, budget))
        : root.power(power, budget);
  }

  private Fraction radical(Fraction radicand, int index) throws Refusal {
    boolean known = generators.contains(new Radical(radicand, index));
    Fraction root = generator(new Radical(radicand, index));
    if (!known) {
      Polynomial power = root.power(index, budget).numerator();
      relations.add(
          power.times(radicand.denominator(), budget).minus(radicand.numerator(), budget));
    }
    return root;
  }

  /// Bases that are powers of one another get one base, and an argument that is a multiple of an
  /// earlier one becomes a power of that: 4^(x+1) is 4·(2^x)² where 2^x stands already.
  private Fraction exponential(Rational number, Fraction exponent) throws Refusal {
    if (number.equals(Rational.ONE)) {
      return Fraction.of(Rational.ONE);
    }
    if (!exponent.isPolynomial()) {
      return generator(new Exponential(number, exponent));
    }
    PowerBase base = PowerBase.of(number);
    Rational constant = exponent.numerator().constantTerm();
    Polynomial rest =
        exponent
            .numerator()
            .minus(Polynomial.constant(constant), budget)
            .times(Rational.of(base.exponent()), budget);
    return exponential(base.base(), rest).times(Fraction.of(powerOf(number, constant)), budget);
  }

  private Fraction exponential(Rational base, Polynomial argument) throws Refusal {
    for (Generator generator : generators) {
      if (generator instanceof Exponential(Rational other, Fraction earlier)
          && other.equals(base)
          && earlier.isPolynomial()) {
        Rational ratio =
            argument.leadingCoefficient().over(earlier.numerator().leadingCoefficient(), budget);
        if (earlier.numerator().times(ratio, budget).equals(argument)) {
          return power(generator(generator), ratio);
        }
      }
    }
    return generator(new Exponential(base, Fraction.of(argument)));
  }

  private Rational powerOf(Rational number, Rational exponent) throws Refusal {
    return number.equals(Constants.E) ? constants.exp(exponent) : constants.power(number, exponent);
  }

  private Fraction call(Function function, Fraction argument) throws Refusal {
    if (argument.isConstant()) {
      return Fraction.of(constants.apply(function, argument.value()));
    }
    return switch (function) {
      case LN, TAN -> generator(new Applied(function, argument));
      case SIN, COS -> circular(function, argument);
      case ASIN, ACOS, ATAN, ABS ->
          throw new Refusal(
              Reason.NOTHING_FOUND,
              "%s of an unknown is not solved".formatted(function).toLowerCase(Locale.ROOT));
    };
  }

  private Fraction circular(Function function, Fraction argument) throws Refusal {
    Generator partner =
        new Applied(function == Function.SIN ? Function.COS : Function.SIN, argument);
    boolean known = generators.contains(new Applied(function, argument));
    Fraction value = generator(new Applied(function, argument));
    if (!known && generators.contains(partner)) {
      Polynomial squares =
          value.power(2, budget).plus(generator(partner).power(2, budget), budget).numerator();
      relations.add(squares.minus(Polynomial.ONE, budget));
    }
    return value;
  }

  private Fraction generator(Generator generator) {
    return Fraction.of(Polynomial.generator(number(generator)));
  }

  private int number(Generator generator) {
    int known = generators.indexOf(generator);
    if (known >= 0) {
      return known;
    }
    generators.add(generator);
    return generators.size() - 1;
  }
}
