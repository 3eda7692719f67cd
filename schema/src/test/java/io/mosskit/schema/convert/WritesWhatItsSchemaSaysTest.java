package io.mosskit.schema.convert;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Tokenizer;
import io.mosskit.schema.check.JsonSchemas;
import io.mosskit.schema.testing.RandomConversations;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Records are valid under the published schemas of their forms.
class WritesWhatItsSchemaSaysTest {

  private static JsonSchemas.JsonSchema messages;
  private static JsonSchemas.JsonSchema shareGpt;
  private static JsonSchemas.JsonSchema alpaca;
  private static JsonSchemas.JsonSchema trainingText;

  @BeforeAll
  static void readSchemas() {
    messages = JsonSchemas.named("messages");
    shareGpt = JsonSchemas.named("sharegpt");
    alpaca = JsonSchemas.named("alpaca");
    trainingText = JsonSchemas.named("training-text");
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void recordsAreValid(long seed) {
    var dialogue = RandomConversations.of(seed);
    assertThat(messages.violations(Codecs.messages().write(dialogue))).isEmpty();
    assertThat(shareGpt.violations(Codecs.shareGpt().write(dialogue))).isEmpty();
    assertThat(alpaca.violations(Codecs.alpaca().write(dialogue))).isEmpty();
    assertThat(trainingText.violations(Codecs.named("training-text").write(dialogue))).isEmpty();
    Tokenizer codePoints = text -> text.codePoints().toArray();
    TrainingSample.of(TrainingText.of(dialogue), codePoints, LossMask.ORIGINAL, 5000)
        .ifPresent(sample -> assertThat(trainingText.violations(sample.json("一"))).isEmpty());
  }
}
