package io.mosskit.inference.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.eval.Bootstrap.Estimate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalsCoverTest {
  private static final int RUNS = 1_000;
  private static final int ITEMS = 100;

  private static double[] drawn(double share, SplittableRandom random) {
    double[] values = new double[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      values[i] = random.nextDouble() < share ? 1 : 0;
    }
    return values;
  }

  /// Of 1,000 intervals of 95 % the true share is in 950. Means of 100 items lie on hundredths,
  /// which moves the rate by a point, and chance moves the count by 14 (two standard deviations).
  @ParameterizedTest(name = "accuracy {0}")
  @ValueSource(doubles = {0.3, 0.5, 0.75})
  void atTheirNominalRate(double share) {
    SplittableRandom random = new SplittableRandom(7);
    int covered = 0;
    for (int run = 0; run < RUNS; run++) {
      Estimate estimate = Bootstrap.estimate(drawn(share, random), run);
      covered += estimate.low() <= share && share <= estimate.high() ? 1 : 0;
    }
    assertThat(covered).isBetween(925, 975);
  }

  @Test
  void modelsThatAreEquallyGoodDifferAtTheNominalRate() {
    SplittableRandom random = new SplittableRandom(11);
    int significant = 0;
    for (int run = 0; run < RUNS; run++) {
      double p = Bootstrap.compare(drawn(0.6, random), drawn(0.6, random), run).p();
      significant += p < 0.05 ? 1 : 0;
    }
    assertThat(significant).isBetween(25, 70);
  }

  @Test
  void aModelThatIsBetterOnMostItemsIsFound() {
    double[] better = new double[ITEMS];
    double[] worse = new double[ITEMS];
    for (int i = 0; i < ITEMS; i++) {
      better[i] = i % 10 == 0 ? 0 : 1;
      worse[i] = i % 2;
    }
    Bootstrap.Difference found = Bootstrap.compare(better, worse, 1);
    assertThat(found.difference().mean()).isCloseTo(0.4, within(1e-9));
    assertThat(found.difference().low()).isPositive();
    assertThat(found.p()).isLessThan(0.001);
    assertThat(Bootstrap.compare(better, better, 1).p()).isEqualTo(1);
  }
}
