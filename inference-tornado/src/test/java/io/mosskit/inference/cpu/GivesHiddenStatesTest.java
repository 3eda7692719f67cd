package io.mosskit.inference.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.golden.Golden;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GivesHiddenStatesTest {

  private static final float BOUND = 1e-4f;

  @ParameterizedTest(name = "{0}")
  @CsvSource({"tiny-a-fp32-bin, tiny-a", "tiny-b-fp16-sharded, tiny-b"})
  void asTheReferenceHasThemAfterTheFinalNorm(String model, String golden) throws Exception {
    int[] ids =
        Golden.ints(
            Golden.object(Golden.json(golden + "/golden.json"), "sequences").members().get("len7"));
    float[][] expected = Golden.matrix(golden + "/hidden_len7_lnf.npy");
    try (Checkpoint checkpoint = Checkpoints.open(Golden.file("models/" + model));
        CpuBackend backend = CpuBackend.load(checkpoint)) {
      List<float[]> states = states(backend, List.of(ids), Wanted.ALL);
      assertThat(states).hasSize(expected.length);
      for (int row = 0; row < expected.length; row++) {
        assertThat(states.get(row))
            .usingComparatorWithPrecision(BOUND)
            .containsExactly(expected[row]);
      }
    }
  }

  @Test
  void sameBitsAloneAndInCompany() {
    try (RandomCheckpoint checkpoint = checkpoint();
        CpuBackend backend = load(checkpoint)) {
      List<int[]> sequences = new ArrayList<>();
      List<float[]> alone = new ArrayList<>();
      for (int length : List.of(1, 30, 7)) {
        int[] ids = Runs.randomIds(new Random(length), length, 40);
        sequences.add(ids);
        alone.addAll(states(backend, List.of(ids), Wanted.LAST));
      }
      assertThat(states(backend, sequences, Wanted.LAST)).containsExactlyElementsOf(alone);
    }
  }

  private static RandomCheckpoint checkpoint() {
    return RandomCheckpoint.of(RandomCheckpoint.sizes(40, 64, 24, 2, 4, 48, 4), ElementType.F32, 3);
  }

  private static CpuBackend load(Checkpoint checkpoint) {
    try {
      return CpuBackend.load(checkpoint, CpuOptions.of(checkpoint.config()).withBlockRows(16));
    } catch (ModelException e) {
      throw new AssertionError(e);
    }
  }

  private static List<float[]> states(CpuBackend backend, List<int[]> sequences, Wanted wanted) {
    List<float[]> states = new ArrayList<>();
    List<Chunk> chunks =
        sequences.stream().map(ids -> new Chunk(backend.newCache(), ids, wanted)).toList();
    backend.hidden(chunks, (_, _, state) -> states.add(state.clone()));
    chunks.forEach(chunk -> chunk.cache().close());
    return states;
  }
}
