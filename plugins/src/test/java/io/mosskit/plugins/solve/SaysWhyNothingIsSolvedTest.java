package io.mosskit.plugins.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaysWhyNothingIsSolvedTest {

  private static final String NONE = "no values satisfy all of the equations";
  private static final String ELSEWHERE =
      "an unknown that stands in a function and elsewhere too is not solved for";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x+y=? | MALFORMED_ARGUMENT | character 5: '?' is no part of an equation; expected numbers, names, + - * / ^ ( ) =",
        "x>3 | MALFORMED_ARGUMENT | character 2: inequalities are not solved; expected '='",
        "20%*x=5 | MALFORMED_ARGUMENT | character 3: write 20% as 0.2",
        "x=1,000 | MALFORMED_ARGUMENT | character 3: write a number without commas, and a blank after one that divides",
        "(x+1=3 | MALFORMED_ARGUMENT | character 5: found '='; expected an operator or ')'",
        "(x]=3 | MALFORMED_ARGUMENT | character 3: found ']'; expected an operator or ')'",
        "x=3 4 | MALFORMED_ARGUMENT | character 5: found '4'; expected an operator, '=', ';' or the end",
        "sin x=1 | MALFORMED_ARGUMENT | character 5: found 'x'; expected '(' after the function's name",
        "'' | MALFORMED_ARGUMENT | character 1: found the end; expected an equation",
        "；； | MALFORMED_ARGUMENT | character 3: found the end; expected an equation",
        "factor(x^2-1) | UNKNOWN_NAME | character 1: no function is named 'factor'",
        "面积(x)=3 | UNKNOWN_NAME | character 1: no function is named '面积'",
        "1/0=x | DIVISION_BY_ZERO | division by zero",
        "x=sqrt(-4) | COMPLEX_RESULT | a negative number to a fractional power is a complex number",
        "x=ln(0) | OUTSIDE_DOMAIN | log: no value at 0",
        "x=asin(2) | OUTSIDE_DOMAIN | no angle has that sine or cosine",
        "exp(10^6)=x | OVERFLOW | e to the power of 1000000 is out of range",
        "2+2=4 | NOTHING_FOUND | there is no unknown in it",
        "x=x | NOTHING_FOUND | the equations leave free: x",
        "苹果+梨=25 | NOTHING_FOUND | the equations leave free: 梨",
        "4x+3y+2z=10; x+y+z=10 | NOTHING_FOUND | the equations leave free: z",
        "x=x+1 | NOTHING_FOUND | " + NONE,
        "x=1;x=2 | NOTHING_FOUND | " + NONE,
        "x^2=1;x^2=2 | NOTHING_FOUND | " + NONE,
        "sqrt(x)=-2 | NOTHING_FOUND | " + NONE,
        "1/x=0 | NOTHING_FOUND | " + NONE,
        "x/(x-1)=1/(x-1) | NOTHING_FOUND | " + NONE,
        "exp(x)=-2 | NOTHING_FOUND | " + NONE,
        "sin(x)=2 | NOTHING_FOUND | " + NONE,
        "x+exp(x)=2 | NOTHING_FOUND | " + ELSEWHERE,
        "exp(x+y)=2;x-y=1 | NOTHING_FOUND | " + ELSEWHERE,
        "abs(x)=3 | NOTHING_FOUND | abs of an unknown is not solved",
        "x^x=27 | NOTHING_FOUND | an unknown in the exponent is solved only over a positive number as the base"
      })
  void failureNamesWhatIsMissing(String argument, Reason reason, String detail) {
    assertThat(Answers.outcome(argument)).isEqualTo(new Failure(reason, detail));
  }
}
