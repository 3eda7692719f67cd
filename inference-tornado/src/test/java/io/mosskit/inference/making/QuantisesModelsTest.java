package io.mosskit.inference.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.CheckpointException;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.checkpoint.Values;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A packed model is what GPTQ's files are, and as near to the original as its steps allow.
class QuantisesModelsTest {

  private static final List<String> LAYERS =
      List.of("attn.qkv_proj", "attn.out_proj", "mlp.fc_in", "mlp.fc_out");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"8, 128", "4, 128", "2, 32", "4, -1", "8, 96"})
  void everyWeightIsWithinOneStep(int bits, int groupSize) throws Exception {
    Path original = folder.resolve("original");
    write(original, RandomModel.plan(Shape.TINY.config(), ElementType.F32, bits));
    Path packedFolder = quantise(original, bits, groupSize);

    try (Checkpoint model = Checkpoints.openModel(original);
        Checkpoint packed = Checkpoints.openModel(packedFolder)) {
      assertThat(packed.config()).isEqualTo(model.config().quantized(bits, groupSize));
      for (String layer : LAYERS) {
        String name = "transformer.h.3." + layer;
        requireWithinOneStep(
            Values.of(model.tensor(name + ".weight").orElseThrow()), PackedMatrix.of(packed, name));
      }
    }
  }

  private static void requireWithinOneStep(float[] weights, PackedMatrix packed) {
    float[] scales = Values.of(packed.scales());
    float[] unpacked = packed.weights();
    for (int at = 0; at < weights.length; at++) {
      int output = at / packed.inputs();
      int input = at % packed.inputs();
      int group = packed.groups().data().get(ValueLayout.JAVA_INT_UNALIGNED, 4L * input);
      float step = scales[group * packed.outputs() + output];
      assertThat(Math.abs(unpacked[at] - weights[at])).isLessThanOrEqualTo(1.001f * step);
    }
  }

  @ParameterizedTest
  @CsvSource({"tiny-q-int4, 4", "tiny-q-int8, 8"})
  void whatUpstreamPackedIsPackedAgainAsItWas(String name, int bits) throws IOException {
    try (Checkpoint model = Checkpoints.open(SharedFolder.resolve("golden/models/" + name))) {
      PackedMatrix upstream = PackedMatrix.of(model, "transformer.h.0.mlp.fc_out");
      for (int o = 0; o < upstream.outputs(); o++) {
        for (int i = 0; i < upstream.inputs(); i++) {
          int group = i / 128;
          float scale = Values.of(upstream.scales())[group * upstream.outputs() + o];
          Grid grid = new Grid(scale, upstream.zero(group, o), (1 << bits) - 1);
          int code = upstream.code(i, o);
          assertThat(grid.code(grid.value(code))).isEqualTo(code);
        }
      }
    }
  }

  @Test
  void theRestStaysInHalfPrecision() throws Exception {
    Path original = SharedFolder.resolve("golden/models/tiny-b-fp16-sharded");
    Path packedFolder = quantise(original, 4, 128);
    try (Checkpoint model = Checkpoints.open(original);
        Checkpoint packed = Checkpoints.openModel(packedFolder)) {
      for (String name : List.of("lm_head.bias", "transformer.h.2.attn.causal_mask")) {
        Tensor kept = packed.tensor(name).orElseThrow();
        assertThat(kept.type()).isEqualTo(model.tensor(name).orElseThrow().type());
        assertThat(Values.of(kept)).isEqualTo(Values.of(model.tensor(name).orElseThrow()));
      }
      assertThat(packed.names()).doesNotContain("transformer.h.0.mlp.fc_in.weight");
    }
  }

  @Test
  void aPackedModelIsNotPackedAgain() throws IOException {
    Path packed = SharedFolder.resolve("golden/models/tiny-q-int4");
    try (Checkpoint model = Checkpoints.open(packed)) {
      assertThatThrownBy(() -> QuantizedModel.plan(model, packed, 8, 128))
          .isInstanceOf(CheckpointException.class)
          .hasMessage(
              packed
                  + ": is packed already, with 4 bits; quantise the model from which it was made");
    }
  }

  private Path quantise(Path original, int bits, int groupSize) throws Exception {
    Path packed = folder.resolve("packed");
    try (Checkpoint model = Checkpoints.openModel(original)) {
      write(packed, QuantizedModel.plan(model, original, bits, groupSize));
    }
    return packed;
  }

  private static void write(Path folder, ModelWriter.Plan plan) throws Exception {
    new ModelWriter(WeightFormat.TORCH, Long.MAX_VALUE, Progress.NONE).write(folder, plan);
  }
}
