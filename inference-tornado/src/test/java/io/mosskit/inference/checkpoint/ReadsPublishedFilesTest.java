package io.mosskit.inference.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The files that upstream's own programs wrote are read as they are.
class ReadsPublishedFilesTest {

  private static Path model(String name) {
    return SharedFolder.resolve("golden/models/" + name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tiny-a-fp32-bin",
        "tiny-a-fp16-sharded",
        "tiny-a-safetensors",
        "tiny-b-fp16-sharded",
        "tiny-q-int4",
        "tiny-q-int8"
      })
  void everyFormIsAWholeModel(String name) throws IOException {
    try (Checkpoint model = Checkpoints.openModel(model(name))) {
      assertThat(MossShapes.problems(model)).isEmpty();
      assertThat(model.names()).isSorted();
      for (String tensor : model.names()) {
        assertThat(model.tensor(tensor).orElseThrow().data().isMapped()).isTrue();
      }
    }
  }

  @Test
  void sizesAreThoseOfTheConfig() throws IOException {
    assertThat(MossConfig.read(model("tiny-a-safetensors")))
        .isEqualTo(new MossConfig(320, 64, 64, 2, 4, 256, 8, 1e-5, 306, 308, 32, 128));
    assertThat(MossConfig.read(model("tiny-q-int4")))
        .isEqualTo(new MossConfig(320, 64, 256, 2, 8, 1024, 16, 1e-5, 306, 308, 4, 128));
  }

  @Test
  void safetensorsKeepTheirTypes() throws IOException {
    try (Checkpoint model = Checkpoints.open(model("tiny-a-safetensors"))) {
      assertThat(model.names()).hasSize(21).doesNotContain("transformer.h.0.attn.causal_mask");
      Tensor bias = model.tensor("lm_head.bias").orElseThrow();
      assertThat(bias.type()).isEqualTo(ElementType.F32);
      assertThat(bias.shape()).isEqualTo(List.of(320L));
      assertThat(model.tensor("lm_head.weight").orElseThrow().type()).isEqualTo(ElementType.F16);
    }
  }

  @Test
  void buffersAreThereForThoseWhoAsk() throws IOException {
    try (Checkpoint model = Checkpoints.open(model("tiny-a-fp32-bin"))) {
      Tensor mask = model.tensor("transformer.h.1.attn.causal_mask").orElseThrow();
      assertThat(mask.type()).isEqualTo(ElementType.BOOL);
      assertThat(mask.shape()).isEqualTo(List.of(1L, 1L, 64L, 64L));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "tiny-a-fp32-bin, tiny-a-fp16-sharded",
    "tiny-a-fp32-bin, tiny-a-safetensors",
    "tiny-a-fp16-sharded, tiny-a-safetensors"
  })
  void allFormsHoldTheSameNumbers(String one, String other) throws IOException {
    try (Checkpoint first = Checkpoints.open(model(one));
        Checkpoint second = Checkpoints.open(model(other))) {
      for (TensorShape shape : MossShapes.of(first.config())) {
        assertThat(Values.of(first.tensor(shape.name()).orElseThrow()))
            .describedAs(shape.name())
            .isEqualTo(Values.of(second.tensor(shape.name()).orElseThrow()));
      }
    }
  }
}
