package io.mosskit.curation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepetitionTest {

  @Test
  void aTextThatSaysEverythingOnceHasNone() {
    assertThat(Repetition.of("床前明月光，\n疑是地上霜。\n\n举头望明月，\n低头思故乡。")).isEqualTo(new Repetition(0, 0));
    assertThat(Repetition.of("The quick brown fox\njumps over\n\nthe lazy dog."))
        .isEqualTo(new Repetition(0, 0));
    assertThat(Repetition.of("")).isEqualTo(new Repetition(0, 0));
  }

  @Test
  void linesCountFromTheirSecondOccurrence() {
    assertThat(Repetition.of("啦啦\n  啦啦\n啦啦  \n呀呀").lines()).isEqualTo(0.5);
    assertThat(Repetition.of("la la\nla la\n\n\nyeah!").lines()).isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void theTopRunCountsWithoutOverlap() {
    assertThat(Repetition.of("哈".repeat(12)).gram()).isEqualTo(1);
    assertThat(Repetition.of("no ".repeat(11)).gram()).isCloseTo(8.0 / 11, within(1e-9));
    assertThat(Repetition.of("甲乙丙丁一二三四五六七八甲乙丙丁").gram()).isEqualTo(0.5);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theTopRunIsThatOfACountOverAllRuns(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 200; i++) {
      boolean han = random.nextBoolean();
      text.append(han ? "一二三".charAt(random.nextInt(3)) : "x yy zz".charAt(random.nextInt(7)));
    }
    assertThat(Repetition.of(text.toString()).gram())
        .isCloseTo(naive(Units.of(text.toString())), within(1e-9));
  }

  private static double naive(List<String> units) {
    int top = 0;
    for (int i = 0; i + 4 <= units.size(); i++) {
      List<String> run = units.subList(i, i + 4);
      List<Integer> ends = new ArrayList<>(List.of(0));
      for (int j = 0; j + 4 <= units.size(); j++) {
        if (j >= ends.getLast() && units.subList(j, j + 4).equals(run)) {
          ends.add(j + 4);
        }
      }
      int count = ends.size() - 1;
      top = count < 2 ? top : Math.max(top, count * String.join("", run).length());
    }
    return (double) top / String.join("", units).length();
  }

  @Test
  void aShareBeyondOneIsABug() {
    assertThatThrownBy(() -> new Repetition(1.1, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Repetition(0, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
