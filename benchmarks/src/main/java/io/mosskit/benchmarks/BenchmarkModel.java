package io.mosskit.benchmarks;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.checkpoint.writing.WeightFormat;
import io.mosskit.inference.making.RandomModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// A model of random weights and 0.35 billion parameters of MOSS's architecture, in one precision.
enum BenchmarkModel {
  F32(ElementType.F32, 32),
  F16(ElementType.F16, 32),
  BF16(ElementType.BF16, 32),
  INT8(ElementType.F16, 8),
  INT4(ElementType.F16, 4);

  private static final MossConfig SIZES =
      new MossConfig(51_200, 2048, 1024, 20, 16, 4096, 32, 1e-5, 0, 1, 32, 128);

  private final ElementType floats;
  private final int bits;

  BenchmarkModel(ElementType floats, int bits) {
    this.floats = floats;
    this.bits = bits;
  }

  /// Opens the model, which is written below the folder where it is not there yet.
  Checkpoint open(Path folder) throws IOException, InterruptedException {
    Path model = folder.resolve(name().toLowerCase(Locale.ROOT));
    if (!Files.exists(model.resolve("config.json"))) {
      MossConfig config = bits == 32 ? SIZES : SIZES.quantized(bits, 128);
      new ModelWriter(WeightFormat.SAFETENSORS, ModelWriter.DEFAULT_MOST_BYTES, _ -> {})
          .write(model, RandomModel.plan(config, floats, 7));
    }
    return Checkpoints.open(model);
  }

  /// The bytes of weights that one token reads: all but the embedding.
  static long bytesPerToken(Checkpoint checkpoint) {
    return checkpoint.names().stream()
        .filter(name -> !name.equals("transformer.wte.weight"))
        .mapToLong(name -> checkpoint.tensor(name).orElseThrow().data().byteSize())
        .sum();
  }

  /// The floating-point operations of a prefill: two for each weight and token, the output layer
  /// for the last token alone, and both products of causal attention.
  static double prefillOperations(MossConfig config, int tokens) {
    double width = config.nEmbd();
    double weights = config.nLayer() * (4 * width * width + 2 * width * config.nInner());
    double attention = config.nLayer() * 2 * width * tokens * (tokens + 1.0) / 2;
    return 2 * (weights * tokens + attention + width * config.vocabSize());
  }
}
