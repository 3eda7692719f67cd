package io.mosskit.plugins.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.calculate.Golden.Line;
import java.io.IOException;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintsWhatPythonPrintsTest {

  /// 10²³ lies halfway between two doubles. Python's own literal `1e23` is the even one, as ours
  /// is, but its `10.0**23` is whatever the C library makes of it, here the odd one.
  private static final String HALFWAY = "10.0**23";

  @Test
  void thousandRandomExpressionsPrintAsInPython() throws IOException {
    List<Line> lines =
        Golden.lines("python-eval.tsv").stream()
            .filter(line -> !line.expression().contains(HALFWAY))
            .toList();
    assertThat(lines).hasSize(1017);
    assertThat(lines)
        .allSatisfy(line ->
            assertThat(Golden.printed(line.expression()))
                .as(line.expression())
                .isEqualTo(line.expected()));
  }

  @Test
  void powerHalfwayBetweenTwoDoublesIsTheEvenOne() {
    assertThat(Golden.printed(HALFWAY)).isEqualTo("1e+23").isEqualTo(Golden.printed("1e23"));
  }

  @ParameterizedTest
  @CsvSource({
    "7//2, 3",
    "-7//2, -4",
    "-7%3, 2",
    "7%-3, -2",
    "-7.5//2, -4.0",
    "10/2, 5.0",
    "2**-1, 0.5",
    "2^10, 1024",
    "2.0**-1074, 5e-324",
    "0.5**1075, 0.0",
    "-2**2, -4",
    "2**3**2, 512",
    "2**-2**2, 0.0625",
    "0**0, 1",
    "round(2.5), 2",
    "'round(2.675, 2)', 2.67",
    "'round(25, -1)', 20",
    "0.1+0.2, 0.30000000000000004",
    "1e16, 1e+16",
    "123456789012345.0, 123456789012345.0",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "5e-324, 5e-324",
    "1e22, 1e+22",
    "0*-1.0, -0.0",
    "10**17/3, 3.3333333333333332e+16",
    "math.sqrt(2)*math.pi, 4.442882938158366",
    "'pow(2, 3)', 8.0",
    "'max(1, 1.0)', 1",
    "'log(8, 2)', 3.0",
    "factorial(7)/(factorial(4)*factorial(3)), 35.0",
    "1_000*2, 2000",
    "2**64+1, 18446744073709551617"
  })
  void handPickedExpressionPrintsAsInPython(String expression, String expected) {
    assertThat(Golden.printed(expression)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void printedRealReadsBackAsTheSameNumber(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 2_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertThat(Double.parseDouble(PythonFloat.repr(value))).isEqualTo(value);
      }
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void floorAndRemainderAddUpToTheDividend(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      String dividend = Long.toString(random.nextLong());
      String divisor = Long.toString(random.nextLong(-9, 9) | 1);
      String sum = "(%1$s)//(%2$s)*(%2$s)+(%1$s)%%(%2$s)".formatted(dividend, divisor);
      assertThat(Golden.printed(sum)).as(sum).isEqualTo(dividend);
    }
  }
}
