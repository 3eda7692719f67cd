package io.mosskit.inference.making;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.Values;
import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Layers that upstream's own program packed unpack to the weights that it computes with.
class UnpacksAsUpstreamTest {

  @ParameterizedTest
  @CsvSource({"b2, 2", "b4, 4", "b8, 8", "b4-gidx-permuted, 4"})
  void everyWeightIsTheSame(String name, int bits) throws IOException {
    Path folder = SharedFolder.resolve("golden/quant-linear/" + name);
    PackedMatrix packed =
        new PackedMatrix(
            bits,
            Npy.read(folder.resolve("qweight.npy")),
            Npy.read(folder.resolve("qzeros.npy")),
            Npy.read(folder.resolve("scales.npy")),
            Npy.read(folder.resolve("g_idx.npy")));
    assertThat(packed.weights()).isEqualTo(Values.of(Npy.read(folder.resolve("dequant_f32.npy"))));
  }
}
