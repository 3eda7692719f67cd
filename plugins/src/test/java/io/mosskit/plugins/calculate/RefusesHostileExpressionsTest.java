package io.mosskit.plugins.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What would take hours, gigabytes or a deeper stack ends at once, by name.
class RefusesHostileExpressionsTest {

  private final Calculate calculate = new Calculate();

  @ParameterizedTest
  @MethodSource("expensive")
  void expensiveExpressionIsRefusedByLimit(String expression) {
    assertThat(calculate.execute(expression, Limits.DEFAULT))
        .isInstanceOfSatisfying(
            Failure.class,
            failure -> assertThat(failure.reason()).isEqualTo(Reason.LIMIT_EXCEEDED));
  }

  static Stream<String> expensive() {
    return Stream.of(
        "9^9^9^9",
        "10**10**10",
        "2**(2**70)",
        "factorial(10**9)",
        "factorial(2**70)",
        "factorial(12000)",
        "comb(10**9, 5*10**8)",
        "comb(131072, 65536)",
        "comb(10**18, 60000)",
        "perm(10**9, 10**9)",
        "(2**131071)*(2**131071)",
        "2**131071",
        "gcd(2**131071, 3**82000)",
        "lcm(3**60000, 7**40000)",
        "gcd(2**99999, 3**60000)+".repeat(99) + "1",
        "1+".repeat(50_000) + "1",
        "一".repeat(100_000),
        "(".repeat(2_000),
        "-".repeat(4_000) + "1",
        "sqrt(".repeat(800) + "2" + ")".repeat(800),
        "2**".repeat(1_000) + "1");
  }

  @Test
  void functionsSpendTheWorkThatIsAllowed() {
    Limits little = new Limits(4096, 4300, 100, 131_072, 10 * Elementary.WORK);
    assertThat(calculate.execute("sin(1)+".repeat(9) + "sin(1)", little))
        .isInstanceOf(Result.class);
    assertThat(calculate.execute("sin(1)+".repeat(10) + "sin(1)", little))
        .isEqualTo(
            new Failure(Reason.LIMIT_EXCEEDED, "sin: the calculation is too long; simplify it"));
  }

  @Test
  void longSumIsNoDeepTree() {
    assertThat(calculate.execute("1+".repeat(2_000) + "1", Limits.DEFAULT))
        .isEqualTo(new Result("2001"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "-", "sqrt(", "1**", "max(1,", "1+("})
  void deepestNestingFitsASmallStack(String opening) throws InterruptedException {
    Limits deepest = new Limits(4096, 4300, 200, 131_072, 1L << 28);
    int levels = opening.equals("1+(") ? 99 : 199; // a right operand and its parenthesis are two
    String closing = opening.contains("(") ? ")" : "";
    String expression = opening.repeat(levels) + "1" + closing.repeat(levels);
    Outcome[] outcome = new Outcome[1];
    Thread thread =
        new Thread(
            null, () -> outcome[0] = calculate.execute(expression, deepest), "small", 512 * 1024);
    thread.start();
    thread.join();
    assertThat(outcome[0]).isInstanceOf(Result.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyTextHasAnOutcome(long seed) {
    String[] pieces = {
      "9",
      "1e9",
      ".",
      "e",
      "(",
      ")",
      "*",
      "**",
      "^",
      "//",
      "/",
      "%",
      "-",
      "+",
      ",",
      "factorial(",
      "comb(",
      "round(",
      "math.",
      "价格",
      "２",
      "\uD83D",
      "\n",
      "=",
      "!",
      "_",
      "log(",
      "pi",
      " "
    };
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(calculate.execute(text.toString(), Limits.DEFAULT))
          .as(text.toString())
          .isNotNull();
    }
  }
}
