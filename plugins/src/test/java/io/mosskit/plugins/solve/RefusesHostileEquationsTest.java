package io.mosskit.plugins.solve;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What would take hours, gigabytes or a deeper stack ends soon, by name.
class RefusesHostileEquationsTest {

  @ParameterizedTest
  @MethodSource("expensive")
  void expensiveEquationIsRefusedByLimit(String argument) {
    assertThat(Answers.outcome(argument))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
  }

  static Stream<String> expensive() {
    return Stream.of(
        "9^9^9^9=x",
        "x^9^9^9=1",
        "x^1000000000=1",
        "x^2000=1",
        "(x+1)^1000=2",
        "(a+b+c+d+e+f+g)^40=1",
        "x^5+y^5+z^5=3;x^4*y+z=1;x*y^3+y*z^4+x=2",
        "x^(1/63)+x^(1/64)=2",
        "x^1.23456789=2",
        "x=1e999999999",
        "x=1e99999999999",
        "x^2=" + "9".repeat(4000),
        IntStream.range(1, 40).mapToObj(i -> "x%d^2=%d".formatted(i, i)).collect(joining(";")),
        "x+".repeat(50_000) + "x=1",
        "苹".repeat(100_000),
        "(".repeat(2_000),
        "[{(".repeat(600),
        "-".repeat(4_000) + "x=1",
        "sqrt(".repeat(800) + "x" + ")".repeat(800),
        "2^".repeat(1_000) + "x=1",
        "2(".repeat(1_000) + "x");
  }

  @Test
  void longSumIsNoDeepTree() {
    assertThat(Answers.printed("x+".repeat(2_000) + "x=2001")).isEqualTo("x = 1");
    assertThat(Answers.printed("x=1;".repeat(1_000))).isEqualTo("x = 1");
  }

  @Test
  void workIsWhatTheLimitsAllow() {
    Limits little = new Limits(4096, 4300, 100, 131_072, 1 << 20);
    assertThat(new Solve().execute("x+y=3;x-y=1", little)).isInstanceOf(Result.class);
    assertThat(new Solve().execute("x^9+x=3", little))
        .isEqualTo(new Failure(Reason.LIMIT_EXCEEDED, "the calculation is too long; simplify it"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "sqrt(", "2(", "2^("})
  void deepestNestingFitsASmallStack(String opening) throws InterruptedException {
    Limits deepest = new Limits(4096, 4300, 200, 131_072, 1L << 28);
    int levels = opening.equals("2^(") ? 99 : 199; // an exponent and its bracket are two
    String closing = opening.contains("(") ? ")" : "";
    String argument = "x=" + opening.repeat(levels) + "1" + closing.repeat(levels);
    Outcome[] outcome = new Outcome[1];
    Thread thread =
        new Thread(
            null, () -> outcome[0] = new Solve().execute(argument, deepest), "small", 512 * 1024);
    thread.start();
    thread.join();
    assertThat(outcome[0]).isEqualTo(new Solve().execute(argument, deepest));
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextHasTheSameOutcomeAgain(long seed) {
    String[] pieces = {
      "9", "1e9", ".", "e", "(", ")", "*", "^", "/", "%", "-", "+", ",", ";", "=", "=", "x", "y",
      "sqrt(", "sin(", "log(", "2", "价格", "２", "＝", "\uD83D", "\n", "!", "_", "pi", " ", "x", "1"
    };
    SplittableRandom random = new SplittableRandom(seed);
    Limits limits = new Limits(4096, 4300, 100, 4096, 1L << 22);
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      Outcome outcome = new Solve().execute(text.toString(), limits);
      assertThat(new Solve().execute(text.toString(), limits))
          .as(text.toString())
          .isEqualTo(outcome);
    }
  }
}
