package io.mosskit.inference.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.RotaryPrecision;
import io.mosskit.inference.model.Scorer;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published weights' own layouts, with what the original program computed from them. Models
/// are small; the bounds are those of the golden files' README.
class MatchesTheReferenceTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "tiny-a-fp32-bin, tiny-a",
    "tiny-a-fp16-sharded, tiny-a",
    "tiny-a-safetensors, tiny-a",
    "tiny-b-fp16-sharded, tiny-b",
    "tiny-q-int4, tiny-q-int4",
    "tiny-q-int8, tiny-q-int8"
  })
  void logitsAndLogProbabilitiesAndGreedyTokens(String model, String golden) throws Exception {
    Json.Obj expected = Golden.json(golden + "/golden.json");
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/" + model));
        CpuBackend backend = CpuBackend.load(checkpoint, options(checkpoint))) {
      for (Map.Entry<String, Json> sequence :
          Golden.object(expected, "sequences").members().entrySet()) {
        int[] ids = Golden.ints(sequence.getValue());
        String name = sequence.getKey();
        logits(backend, ids, Golden.matrix(golden + "/logits_" + name + ".npy"));
        Json logProbabilities = Golden.object(expected, "logprobs").members().get(name);
        logProbabilities(backend, ids, Golden.numbers(logProbabilities));
      }
      for (Json greedy : Golden.object(expected, "greedy").members().values()) {
        greedy(backend, (Json.Obj) greedy);
      }
      for (Json nll : Golden.list(expected, "nll")) {
        negativeLogLikelihood(backend, Golden.object(expected, "sequences"), (Json.Obj) nll);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"tiny-a-fp32-bin, tiny-a", "tiny-b-fp16-sharded, tiny-b"})
  void paddedBatches(String model, String golden) throws Exception {
    Json.Obj expected = Golden.json(golden + "/golden.json");
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/" + model));
        CpuBackend backend = CpuBackend.load(checkpoint, options(checkpoint))) {
      for (String side : List.of("right", "left")) {
        Json.Obj batch = Golden.object(expected, "batch_" + side + "_pad");
        float[][] last = Golden.matrix(golden + "/batch_" + side + "_pad_last_logits.npy");
        List<Chunk> chunks = new ArrayList<>();
        for (int row = 0; row < last.length; row++) {
          int[] ids = unpadded(batch, row);
          chunks.add(new Chunk(backend.newCache(), ids, Wanted.LAST));
        }
        backend.forward(
            chunks,
            (chunk, _, row) -> {
              float[] actual = new float[row.size()];
              row.copyTo(actual);
              assertThat(actual).usingComparatorWithPrecision(2e-4f).containsExactly(last[chunk]);
            });
      }
    }
  }

  private static int[] unpadded(Json.Obj batch, int row) {
    int[] ids = Golden.ints(Golden.list(batch, "input_ids").get(row));
    int[] mask = Golden.ints(Golden.list(batch, "attention_mask").get(row));
    return java.util.stream.IntStream.range(0, ids.length)
        .filter(i -> mask[i] == 1)
        .map(i -> ids[i])
        .toArray();
  }

  private static CpuOptions options(Checkpoint checkpoint) {
    return CpuOptions.of(checkpoint.config()).withRotary(RotaryPrecision.FP32).withThreads(2);
  }

  private static void logits(CpuBackend backend, int[] ids, float[][] expected) {
    float[][] actual = Runs.logits(backend, ids);
    for (int position = 0; position < ids.length; position++) {
      assertThat(actual[position])
          .as("position %d", position)
          .usingComparatorWithPrecision(2e-4f)
          .containsExactly(expected[position]);
    }
  }

  private static void logProbabilities(CpuBackend backend, int[] ids, double[] expected) {
    float[] actual = new Scorer(backend).logProbabilities(List.of(ids)).getFirst();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  private static void negativeLogLikelihood(CpuBackend backend, Json.Obj sequences, Json.Obj nll) {
    int[] ids = Golden.ints(sequences.members().get(nll.string("seq")));
    float[] scores = new Scorer(backend).logProbabilities(List.of(ids)).getFirst();
    int start = (int) Golden.number(nll, "start");
    int end = (int) Golden.number(nll, "end");
    double sum = 0;
    for (int i = start; i < end; i++) {
      sum -= scores[i - 1];
    }
    assertThat(sum / (end - start))
        .isCloseTo(Golden.number(nll, "mean_nll_f64_from_fp32_logits"), within(1e-4));
  }

  private static void greedy(CpuBackend backend, Json.Obj greedy) {
    int[] prompt = Golden.ints(greedy.members().get("prompt"));
    int[] expected = Golden.ints(greedy.members().get("new_tokens"));
    List<Integer> written = new ArrayList<>();
    try (KvCache cache = backend.newCache()) {
      int[] next = prompt;
      int[] best = new int[1];
      while (written.size() < expected.length) {
        backend.forward(
            List.of(new Chunk(cache, next, Wanted.LAST)),
            (_, _, row) -> row.top(best, new float[1]));
        written.add(best[0]);
        next = new int[] {best[0]};
      }
    }
    assertThat(written)
        .containsExactlyElementsOf(java.util.Arrays.stream(expected).boxed().toList());
  }
}
