package io.mosskit.plugins.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaysWhyThereIsNoValueTest {

  private static final String KNOWN = "expected numbers, names, + - * / // % ^ ** ( ) and ','";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5!/3! | MALFORMED_ARGUMENT | character 2: '!' is not arithmetic; " + KNOWN,
        "（3+4）*2 | MALFORMED_ARGUMENT | character 1: '（' is not arithmetic; " + KNOWN,
        "3 == 1 + 2 | MALFORMED_ARGUMENT | character 3: '=' is not arithmetic; " + KNOWN,
        "2 3 | MALFORMED_ARGUMENT | character 3: found '3'; expected an operator or the end",
        "3亿*2 | MALFORMED_ARGUMENT | character 2: found '亿'; expected an operator or the end",
        "1,000 | MALFORMED_ARGUMENT | character 2: found ','; expected an operator or the end",
        "(1+2 | MALFORMED_ARGUMENT | character 5: found the end; expected an operator or ')'",
        "5.5%-2.5% | MALFORMED_ARGUMENT | character 10: found the end; expected a number, a name or '('",
        "007 | MALFORMED_ARGUMENT | character 1: the integer '007' has leading zeros; write it without",
        "x+1 | UNKNOWN_NAME | no constant is named 'x'",
        "单价*10 | UNKNOWN_NAME | no constant is named '单价'",
        "CubeRoot(8) | UNKNOWN_NAME | no function is named 'CubeRoot'",
        "sqrt(1, 2) | WRONG_OPERANDS | sqrt does not take 2 numbers",
        "factorial(2.5) | WRONG_OPERANDS | factorial: expected an integer, found 2.5",
        "1/0 | DIVISION_BY_ZERO | division by zero",
        "0.0**-2 | DIVISION_BY_ZERO | zero has no power below zero",
        "sqrt(-4) | OUTSIDE_DOMAIN | sqrt: no value at -4",
        "log(0) | OUTSIDE_DOMAIN | log: no value at 0",
        "factorial(-1) | OUTSIDE_DOMAIN | factorial: expected an integer of at least 0",
        "(-8)^(1/3) | COMPLEX_RESULT | a negative number to a fractional power is a complex number",
        "1e308*10 | OVERFLOW | the value is too large for a floating-point number",
        "2**1024+0.5 | OVERFLOW | an integer is too large for floating-point arithmetic",
        "9^9^9 | LIMIT_EXCEEDED | an integer has more than 131072 bits"
      })
  void failureNamesPlaceAndExpectation(String expression, Reason reason, String detail) {
    assertThat(new Calculate().execute(expression, Limits.DEFAULT))
        .isEqualTo(new Failure(reason, detail));
  }
}
