package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.text.UnitHashes;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShinglesAreExactTest {

  private static Shingles shingles(String text) {
    return Shingles.of(UnitHashes.of(text));
  }

  static Stream<Arguments> corpora() {
    return Stream.of(RandomTexts.Script.values())
        .flatMap(script -> IntStream.range(0, 4).mapToObj(seed -> Arguments.of(script, seed)));
  }

  @ParameterizedTest(name = "{0}, seed {1}")
  @MethodSource("corpora")
  void theirSimilarityIsThatOfSetsOfStrings(RandomTexts.Script script, long seed) {
    List<String> texts = new RandomTexts(script, seed).draw(60, 25);
    BruteForce bruteForce = new BruteForce();
    for (String left : texts) {
      for (String right : texts) {
        assertThat(shingles(left).jaccard(shingles(right)))
            .isEqualTo(BruteForce.jaccard(bruteForce.shingles(left), bruteForce.shingles(right)));
      }
    }
  }

  @Test
  void aTextOfFewerThanFiveUnitsIsOneShingle() {
    assertThat(shingles("你好").size()).isEqualTo(1);
    assertThat(shingles("a b c d").size()).isEqualTo(1);
    assertThat(shingles("a b c d e").size()).isEqualTo(1);
    assertThat(shingles("a b c d e f").size()).isEqualTo(2);
    assertThat(shingles("？!").isEmpty()).isTrue();
    assertThat(shingles("").jaccard(shingles(""))).isZero();
  }

  @Test
  void aShingleThatComesTwiceCountsOnce() {
    assertThat(shingles("哈哈哈哈哈哈哈哈").size()).isEqualTo(1);
    assertThat(shingles("no no no no no no no no").size()).isEqualTo(1);
  }

  @Test
  void orderInsideAShingleMatters() {
    assertThat(shingles("a b c d e").jaccard(shingles("e b c d a"))).isZero();
    assertThat(shingles("a b c d e").jaccard(shingles("b a c d e"))).isZero();
    assertThat(shingles("甲乙丙丁戊").jaccard(shingles("戊乙丙丁甲"))).isZero();
  }
}
