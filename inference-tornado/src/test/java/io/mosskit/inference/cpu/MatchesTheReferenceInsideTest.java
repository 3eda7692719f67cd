package io.mosskit.inference.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.HeadLayout;
import io.mosskit.inference.model.MossWeights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the original program had inside its layers, for the seven tokens of one sequence.
class MatchesTheReferenceInsideTest {

  private static final float BOUND = 1e-4f;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"tiny-a-fp32-bin, tiny-a", "tiny-b-fp16-sharded, tiny-b"})
  void theResidualStreamAfterEachBlock(String model, String golden) throws Exception {
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/" + model))) {
      int layers = checkpoint.config().nLayer();
      for (int block = 0; block < layers; block++) {
        Activations a = activations(checkpoint, golden, block + 1);
        float[][] expected = Golden.matrix(golden + "/hidden_len7_block" + block + ".npy");
        close(a.stream, a.width, 0, expected);
      }
      Activations a = activations(checkpoint, golden, layers);
      close(a.normalised, a.width, 0, Golden.matrix(golden + "/hidden_len7_lnf.npy"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"tiny-a-fp32-bin, tiny-a", "tiny-b-fp16-sharded, tiny-b"})
  void theFirstBlockStepByStep(String model, String golden) throws Exception {
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/" + model))) {
      Activations a = activations(checkpoint, golden, 1);
      HeadLayout layout = HeadLayout.of(checkpoint.config());
      float[][] qkv = Golden.matrix(golden + "/detail_len7_qkv0.npy");
      float[][] keys = Golden.matrix(golden + "/detail_len7_key0_rotated.npy");
      float[][] values = Golden.matrix(golden + "/detail_len7_value0.npy");
      for (int head = 0; head < checkpoint.config().nHead(); head++) {
        int size = layout.headSize();
        int query = layout.query(head);
        float[][] queries =
            Arrays.stream(qkv)
                .map(row -> Arrays.copyOfRange(row, query, query + size))
                .toArray(float[][]::new);
        close(a.qkv, a.qkvWidth, query, queries);
        close(
            a.qkv, a.qkvWidth, layout.key(head), Arrays.copyOfRange(keys, 7 * head, 7 * head + 7));
        close(
            a.qkv,
            a.qkvWidth,
            layout.value(head),
            Arrays.copyOfRange(values, 7 * head, 7 * head + 7));
      }
      close(a.attended, a.width, 0, Golden.matrix(golden + "/detail_len7_attn0.npy"));
      close(a.fed, a.width, 0, Golden.matrix(golden + "/detail_len7_mlp0.npy"));
    }
  }

  /// The activations after so many blocks.
  private static Activations activations(Checkpoint checkpoint, String golden, int layers)
      throws Exception {
    int[] ids =
        Golden.ints(
            Golden.object(Golden.json(golden + "/golden.json"), "sequences").members().get("len7"));
    MossConfig all = checkpoint.config();
    MossConfig few =
        new MossConfig(
            all.vocabSize(),
            all.nPositions(),
            all.nEmbd(),
            layers,
            all.nHead(),
            all.nInner(),
            all.rotaryDim(),
            all.layerNormEpsilon(),
            all.bosTokenId(),
            all.eosTokenId(),
            all.wbits(),
            all.groupSize());
    CpuOptions options = CpuOptions.of(all).withThreads(1);
    try (CpuBackend backend = CpuBackend.load(checkpoint, options);
        WorkerPool pool = new WorkerPool(1)) {
      PagedCache cache = (PagedCache) backend.newCache();
      cache.reserve(ids.length);
      Forward forward =
          new Forward(few, CpuWeights.of(MossWeights.read(checkpoint)), options, pool);
      forward.block(List.of(new Segment(cache, 0, 0, ids.length)), ids, ids.length);
      return forward.activations();
    }
  }

  private static void close(float[] actual, int stride, int from, float[][] expected) {
    for (int row = 0; row < expected.length; row++) {
      int at = row * stride + from;
      assertThat(Arrays.copyOfRange(actual, at, at + expected[row].length))
          .as("row %d", row)
          .usingComparatorWithPrecision(BOUND)
          .containsExactly(expected[row]);
    }
  }
}
