package io.mosskit.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DividesQuotasExactlyTest {

  static LongStream seeds() {
    return LongStream.range(0, 200);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void partsSumUpAndAreTheExactSharesRoundedDownOrUp(long seed) {
    Random random = new Random(seed);
    SequencedMap<String, Long> weights = new LinkedHashMap<>();
    for (int i = 0; i <= random.nextInt(20); i++) {
      weights.put(
          (i % 2 == 0 ? "类" : "kind ") + i, 1 + (random.nextLong() >>> random.nextInt(2, 64)));
    }
    int total = random.nextInt(seed % 2 == 0 ? 30 : Integer.MAX_VALUE);
    double sum = weights.values().stream().mapToDouble(Long::doubleValue).sum();

    SequencedMap<String, Integer> parts = Apportionment.of(total, weights);

    assertThat(parts.sequencedKeySet()).containsExactlyElementsOf(weights.sequencedKeySet());
    assertThat(parts.values().stream().mapToLong(Integer::longValue).sum()).isEqualTo(total);
    parts.forEach((key, part) ->
        assertThat((double) part)
            .as(key)
            .isCloseTo(total * (weights.get(key) / sum), within(1 + 1e-6)));
  }

  @Test
  void moreOfTheSameRemainderGoesToTheFirst() {
    SequencedMap<String, Long> weights = new LinkedHashMap<>();
    List.of("中", "en", "也").forEach(key -> weights.put(key, 7L));
    assertThat(Apportionment.of(5, weights)).isEqualTo(Map.of("中", 2, "en", 2, "也", 1));
  }

  private static Map<Category, Integer> byCategory(List<Quota> quotas) {
    Map<Category, Integer> sums = new EnumMap<>(Category.class);
    quotas.forEach(quota -> sums.merge(quota.category(), quota.prompts(), Integer::sum));
    return sums;
  }

  @Test
  void thePublishedProportionsComeBackFromTheirOwnTotal() {
    List<Quota> quotas = Mix.MOSS_003.quotas(1_074_551);
    Map<Category, Integer> sums = byCategory(quotas);
    assertThat(sums.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1_074_551);
    assertThat(sums).doesNotContainKey(Category.HONEST);
    Mix.MOSS_003
        .categories()
        .forEach((category, published) ->
            assertThat(sums.get(category)).isCloseTo(published, within(1)));
  }

  @Test
  void fiveThousandInThePublishedProportions() {
    assertThat(byCategory(Mix.MOSS_003.quotas(5000)))
        .containsEntry(Category.WRITING, 1588)
        .containsEntry(Category.ROLE_PLAYING, 1146)
        .containsEntry(Category.CONTINUE, 46);
  }

  @Test
  void languagesHaveTheirWeights() {
    List<Quota> quotas =
        Mix.of(Map.of(Category.CODE, 3, Category.WRITING, 1))
            .withLanguages(Map.of(Language.ZH, 2, Language.EN, 1))
            .quotas(120);
    assertThat(quotas)
        .containsExactlyInAnyOrder(
            new Quota(Category.CODE, Language.ZH, 60),
            new Quota(Category.CODE, Language.EN, 30),
            new Quota(Category.WRITING, Language.ZH, 20),
            new Quota(Category.WRITING, Language.EN, 10));
  }

  @Test
  void whatIsNotWantedLeavesItsPartToTheOthers() {
    List<Quota> chinese = Mix.UNIFORM.quotas(20, (_, language) -> language == Language.ZH);
    assertThat(chinese).hasSize(9).allMatch(quota -> quota.language() == Language.ZH);
    assertThat(chinese).extracting(Quota::prompts).containsOnly(2, 3);
    assertThat(Mix.UNIFORM.quotas(4)).hasSize(4);
  }

  @Test
  void namesWhatCannotBeDivided() {
    assertThatThrownBy(() -> Mix.UNIFORM.quotas(0)).hasMessageContaining("0 prompts");
    assertThatThrownBy(() -> Mix.MOSS_003.quotas(9, (category, _) -> category == Category.HONEST))
        .hasMessageContaining("among 0 categories");
    assertThatThrownBy(() -> Mix.of(Map.of())).hasMessageContaining("at least one weight");
    assertThatThrownBy(() -> Mix.UNIFORM.withLanguages(Map.of(Language.ZH, 0)))
        .hasMessageContaining("below 1");
  }
}
