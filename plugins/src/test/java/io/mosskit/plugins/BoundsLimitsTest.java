package io.mosskit.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.calculate.Calculate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsLimitsTest {

  private static final Limits TIGHT = new Limits(10, 4, 3, 16, 1_000);

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, 1, 1, argumentCharacters is 0; expected 1 to 2147483647",
    "1, -1, 1, 1, 1, resultCharacters is -1; expected 1 to 2147483647",
    "1, 1, 201, 1, 1, nestingDepth is 201; expected 1 to 200",
    "1, 1, 1, 536870913, 1, integerBits is 536870913; expected 1 to 536870912",
    "1, 1, 1, 1, 0, work is 0; expected 1 to 9223372036854775807"
  })
  void limitOutsideItsRangeIsABug(
      int argument, int result, int depth, int bits, long work, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Limits(argument, result, depth, bits, work))
        .withMessage(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1+1+1+1+1+1 | the expression has 11 characters; at most 10 are allowed",
        "一二三四五六七八九十百 | the expression has 11 characters; at most 10 are allowed",
        "123*100 | the result has 5 characters; at most 4 are allowed",
        "((((1)))) | character 4: nested deeper than 3 levels",
        "2**16 | an integer has more than 16 bits",
        "99999 | an integer has more than 16 bits",
        "-65536 | an integer has more than 16 bits",
        "sin(1) | sin: the calculation is too long; simplify it"
      })
  void callPastALimitSaysWhich(String expression, String detail) {
    assertThat(new Calculate().execute(expression, TIGHT))
        .isEqualTo(new Failure(Reason.LIMIT_EXCEEDED, detail));
  }

  @ParameterizedTest
  @CsvSource({"1+1+1+1+11, 15", "99*101, 9999", "((1)), 1", "65535%7, 1", "2**15%9, 8"})
  void callWithinEveryLimitIsAnswered(String expression, String answer) {
    assertThat(new Calculate().execute(expression, TIGHT)).isEqualTo(new Result(answer));
  }

  @Test
  void defaultPrintsAsManyDigitsAsPython() {
    Calculate calculate = new Calculate();
    assertThat(calculate.execute("10**4299", Limits.DEFAULT)).isInstanceOf(Result.class);
    assertThat(calculate.execute("10**4300", Limits.DEFAULT)).isInstanceOf(Failure.class);
  }
}
