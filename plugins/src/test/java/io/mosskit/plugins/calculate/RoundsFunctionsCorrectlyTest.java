package io.mosskit.plugins.calculate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.calculate.Golden.Line;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsFunctionsCorrectlyTest {

  @Test
  void everyResultIsTheDoubleNearestToTheTrueValue() throws IOException {
    List<Line> lines = Golden.lines("correctly-rounded.tsv");
    assertThat(lines).hasSize(345);
    assertThat(lines)
        .allSatisfy(line ->
            assertThat(Golden.printed(line.expression()))
                .as(line.expression())
                .isEqualTo(line.expected()));
  }

  /// The quotient lies within half a unit in the last place, measured with integers: |2a − 2qb| ≤
  /// ulp(q) b.
  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void quotientOfLongIntegersIsTheNearestDouble(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      BigInteger a = integer(random, 1 + random.nextInt(1200));
      BigInteger b = integer(random, 1 + random.nextInt(2200)).setBit(0);
      double quotient = Quotient.nearestDouble(a, b);
      if (Double.isInfinite(quotient)) {
        continue;
      }
      BigDecimal error =
          new BigDecimal(a).subtract(new BigDecimal(quotient).multiply(new BigDecimal(b)));
      BigDecimal halfUnit = new BigDecimal(Math.ulp(quotient)).multiply(new BigDecimal(b));
      assertThat(error.abs().multiply(BigDecimal.TWO))
          .as("%s/%s", a, b)
          .isLessThanOrEqualTo(halfUnit);
    }
  }

  private static BigInteger integer(SplittableRandom random, int bits) {
    byte[] bytes = new byte[bits / 8 + 1];
    random.nextBytes(bytes);
    return new BigInteger(1, bytes);
  }
}
