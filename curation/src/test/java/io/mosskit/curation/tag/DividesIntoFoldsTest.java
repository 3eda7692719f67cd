package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DividesIntoFoldsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void everyFoldHasItsShareOfEachLabel(long seed) {
    int[] labels = IntStream.range(0, 100).map(i -> i % 4 == 0 ? 1 : 0).toArray();
    int[] folds = Folds.of(labels, IntStream.range(0, 100).toArray(), 5, seed);
    for (int fold = 0; fold < 5; fold++) {
      int which = fold;
      assertThat(IntStream.range(0, 100).filter(i -> folds[i] == which && labels[i] == 1).count())
          .isEqualTo(5);
      assertThat(IntStream.range(0, 100).filter(i -> folds[i] == which).count()).isEqualTo(20);
    }
  }

  @Test
  void nearTwinsLieTogether() {
    List<Example> examples =
        List.of(
            new Example(Words.of("工厂采购了一批零件，其中一半是螺丝，求螺丝的价格是多少元"), "a"),
            new Example(Words.of("Tell me about the history of tea in the south of China"), "b"),
            new Example(Words.of("工厂采购了一批零件，其中一半是螺丝，求螺丝的价格是多少元？！"), "a"),
            new Example(Words.of("tell me about THE history of tea, in the south of China."), "b"));
    int[] groups = Twins.groups(examples);
    assertThat(groups[0]).isEqualTo(groups[2]).isNotEqualTo(groups[1]);
    assertThat(groups[1]).isEqualTo(groups[3]);
    int[] folds = Folds.of(new int[] {0, 1, 0, 1}, groups, 2, 7);
    assertThat(folds[0]).isEqualTo(folds[2]);
    assertThat(folds[1]).isEqualTo(folds[3]).isNotEqualTo(folds[0]);
  }
}
