package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.RotaryPrecision;
import io.mosskit.inference.model.Scorer;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All golden models, within the bounds of their README, with the greedy tokens of the original.
class MatchesTheReferenceTest {

  private static final long MEMORY = 4_000_000_000L;

  @ParameterizedTest(name = "{0}, halves computed with: {2}")
  @CsvSource({
    "tiny-a-fp32-bin, tiny-a, false",
    "tiny-a-fp16-sharded, tiny-a, false",
    "tiny-a-fp16-sharded, tiny-a, true",
    "tiny-a-safetensors, tiny-a, false",
    "tiny-b-fp16-sharded, tiny-b, false",
    "tiny-q-int4, tiny-q-int4, false",
    "tiny-q-int8, tiny-q-int8, false"
  })
  void logitsAndLogProbabilitiesAndGreedyTokens(String model, String golden, boolean halves)
      throws Exception {
    org.junit.jupiter.api.Assumptions.assumeTrue(
        Machines.first().halves().contains(halves), "the device has no half precision");
    Json.Obj expected = Golden.json(golden + "/golden.json");
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/" + model));
        Backend backend =
            TornadoBackend.load(
                checkpoint,
                Machines.first().open(),
                DeviceOptions.of(checkpoint.config(), MEMORY, 1024)
                    .withRotary(RotaryPrecision.FP32),
                halves)) {
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
    }
  }

  private static void logits(Backend backend, int[] ids, float[][] expected) {
    float[][] actual = Runs.logits(backend, List.of(ids)).getFirst();
    for (int position = 0; position < ids.length; position++) {
      assertThat(actual[position])
          .as("position %d", position)
          .usingComparatorWithPrecision(2e-4f)
          .containsExactly(expected[position]);
    }
  }

  private static void logProbabilities(Backend backend, int[] ids, double[] expected) {
    float[] actual = new Scorer(backend).logProbabilities(List.of(ids)).getFirst();
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  private static void greedy(Backend backend, Json.Obj greedy) {
    int[] expected = Golden.ints(greedy.members().get("new_tokens"));
    List<Integer> written = new ArrayList<>();
    try (KvCache cache = backend.newCache()) {
      int[] next = Golden.ints(greedy.members().get("prompt"));
      int[] best = new int[1];
      while (written.size() < expected.length) {
        backend.forward(
            List.of(new Chunk(cache, next, Wanted.LAST)),
            (_, _, row) -> row.top(best, new float[1]));
        written.add(best[0]);
        next = new int[] {best[0]};
      }
    }
    assertThat(written).containsExactlyElementsOf(Arrays.stream(expected).boxed().toList());
  }
}
