package io.mosskit.curation.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashedNgramsTest {
  private final HashedNgrams embedder = new HashedNgrams();

  private double cosine(String left, String right) {
    List<float[]> vectors = embedder.embed(List.of(left, right));
    double dot = 0;
    for (int i = 0; i < vectors.getFirst().length; i++) {
      dot += vectors.getFirst()[i] * vectors.getLast()[i];
    }
    return dot;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how do I boil an egg | How do I boil an egg?!",
        "泡绿茶用多少度的水合适 | 泡绿茶，用多少度的水合适？",
        "ＡＢＣ　中文 | abc 中文"
      })
  void spellingsOfTheSameTextAreOneVector(String left, String right) {
    assertThat(cosine(left, right)).isCloseTo(1, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "please write a short poem about the autumn moon | write a short poem about the autumn moon"
            + " please",
        "请写一首关于秋天月亮的短诗，谢谢 | 谢谢，请写一首关于秋天月亮的短诗"
      })
  void anotherOrderIsNear(String left, String right) {
    assertThat(cosine(left, right)).isGreaterThan(0.8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "how do I boil an egg | what is the capital of Peru",
        "泡绿茶用多少度的水合适 | 秘鲁的首都是哪里",
        "how do I boil an egg | 怎么煮鸡蛋"
      })
  void otherTextsAreFar(String left, String right) {
    assertThat(cosine(left, right)).isLessThan(0.5);
  }

  @Test
  void aTextWithoutUnitsIsAllZeros() {
    assertThat(embedder.embed(List.of("……", "a")).getFirst()).containsOnly(0f);
  }

  /// Stored vectors stay comparable: whoever changes this changes the name as well.
  @Test
  void theVectorsBelongToTheName() {
    float[] vector = embedder.embed(List.of("茶 tea")).getFirst();
    assertThat(embedder.name()).isEqualTo("hashed-character-ngrams-256-v1");
    assertThat(java.util.Arrays.hashCode(vector)).isEqualTo(EXPECTED);
    assertThat(vector).isEqualTo(embedder.embed(List.of("another", "茶 tea")).getLast());
  }

  private static final int EXPECTED = -614992306;
}
