package io.mosskit.inference.making;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The steps of a group reach its outermost weights, whatever their signs.
class SpansTheWeightsOfAGroupTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void zeroIsAStepAndNoWeightIsFartherThanOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int round = 0; round < 2000; round++) {
      int bits = 1 << random.nextInt(1, 4);
      double middle = random.nextDouble(-1, 1);
      float[] row = new float[random.nextInt(1, 130)];
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) Math.scalb(middle + random.nextGaussian(), random.nextInt(-9, 3));
      }
      Grid grid = Grid.of(row, 0, row.length, bits);
      assertThat(grid.zero()).isBetween(1, (1 << bits) - 1);
      assertThat(grid.value(grid.code(0))).isZero();
      for (float weight : row) {
        assertThat(Math.abs(grid.value(grid.code(weight)) - weight))
            .isLessThanOrEqualTo(1.001f * grid.scale());
      }
    }
  }

  @Test
  void weightsOfOneSignAndNone() {
    assertThat(Grid.of(new float[] {1, 2, 3}, 0, 3, 4).zero()).isEqualTo(1);
    assertThat(Grid.of(new float[] {-1, -2, -3}, 0, 3, 4).zero()).isEqualTo(15);
    Grid none = Grid.of(new float[] {0, 0}, 0, 2, 8);
    assertThat(none.value(none.code(0))).isZero();
    assertThat(none.isBroken()).isFalse();
  }

  @Test
  void weightsThatAreNoNumbersAreSeen() {
    assertThat(Grid.of(new float[] {1, Float.NaN}, 0, 2, 4).isBroken()).isTrue();
    assertThat(Grid.of(new float[] {1, Float.NEGATIVE_INFINITY}, 0, 2, 4).isBroken()).isTrue();
    assertThat(Grid.of(new float[] {3e38f, -3e38f}, 0, 2, 4).isBroken()).isTrue();
  }
}
