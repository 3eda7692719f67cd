package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainsModelsTest {
  private static final TrainingPlan PLAN = TrainingPlan.standard(LocalDate.of(2026, 11, 22));

  @Test
  void whatWasLearnedIsToldOfNewWordsInBothLanguages() {
    TagModel model = TagModel.train(Prompts.of(90, 1), PLAN);
    assertThat(model.predict(Words.of("写一首诗，关于月亮")).label()).isEqualTo("writing");
    assertThat(model.predict(Words.of("Solve the equation 9x = 81")).label())
        .isEqualTo("equation-solver");
    assertThat(model.predict(Words.of("用Python写一个函数，求和")).confidence()).isBetween(0.6, 1.0);
    assertThat(model.facts().accuracy()).isGreaterThan(0.9);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void theBytesDoNotDependOnTheNumberOfThreads(long seed) throws Exception {
    List<Example> examples = Prompts.of(60, seed);
    try (ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool many = new ForkJoinPool(4)) {
      byte[] alone = one.submit(() -> ModelFile.bytes(TagModel.train(examples, PLAN))).get();
      byte[] together = many.submit(() -> ModelFile.bytes(TagModel.train(examples, PLAN))).get();
      assertThat(together).isEqualTo(alone);
    }
  }

  @Test
  void otherExamplesHaveAnotherFingerprint() {
    assertThat(TagModel.train(Prompts.of(30, 1), PLAN).facts().fingerprint())
        .isNotEqualTo(TagModel.train(Prompts.of(30, 2), PLAN).facts().fingerprint());
  }

  @Test
  void oneLabelTeachesNothing() {
    List<Example> same =
        List.of(new Example(Words.of("你好"), "a"), new Example(Words.of("hi"), "a"));
    assertThatThrownBy(() -> TagModel.train(same, PLAN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("two labels or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "\uD83D lone \uDE00", "\u0000\u0007\u202E", "```", "？"})
  void strangeWordsHaveALabelToo(String text) {
    TagModel model = TagModel.train(Prompts.of(30, 3), PLAN);
    assertThat(model.predict(Words.of(text)).label()).isIn(Prompts.LABELS);
  }

  @Test
  void ofHugeTextsOnlyTheBeginningCounts() {
    TagModel model = TagModel.train(Prompts.of(30, 4), PLAN);
    String begin = "写一首诗，关于海 " + "啊".repeat(Head.LENGTH);
    assertThat(model.predict(Words.of(begin + "x".repeat(5_000_000))))
        .isEqualTo(model.predict(Words.of(begin)));
  }

  /// The shipped model has learned from our seeds, and from nothing else.
  @Test
  void theShippedModelIsThatOfOurSeeds() throws IOException {
    Path seeds = Path.of("../datasets/seeds");
    assertThat(Files.isDirectory(seeds)).isTrue();
    List<Example> examples = Examples.read(List.of(seeds), TextChoice.FIRST_USER_TURN).examples();
    TagModel again = TagModel.train(examples, PLAN);
    assertThat(Tagger.shippedModel().facts()).isEqualTo(again.facts());
    for (Example example : examples.subList(0, 20)) {
      assertThat(Tagger.shippedModel().predict(example.words()))
          .isEqualTo(again.predict(example.words()));
    }
  }
}
