package io.mosskit.inference.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The files that upstream's own programs wrote are read as they are.
class ReadsPublishedFilesTest {

  @Test
  void safetensorsInOneFile() throws IOException {
    try (Checkpoint model =
        Checkpoints.open(SharedFolder.resolve("golden/models/tiny-a-safetensors"))) {
      assertThat(model.config())
          .isEqualTo(new MossConfig(320, 64, 64, 2, 4, 256, 8, 1e-5, 306, 308, 32, 128));
      assertThat(model.names()).hasSize(21).contains("lm_head.bias").isSorted();
      Tensor bias = model.tensor("lm_head.bias").orElseThrow();
      assertThat(bias.type()).isEqualTo(ElementType.F32);
      assertThat(bias.shape()).isEqualTo(List.of(320L));
      assertThat(bias.data().byteSize()).isEqualTo(1280);
      assertThat(bias.data().isMapped()).isTrue();
    }
  }
}
