package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.RandomCheckpoint;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.MossWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the output layer would read is what the first backend gives, wherever the layers are.
class GivesHiddenStatesTest {

  private static final int ROWS = 8;
  private static final int TOKENS = 256;

  @ParameterizedTest(name = "all layers on the device: {0}")
  @ValueSource(booleans = {true, false})
  void atThePositionsThatAreWanted(boolean whole) throws Exception {
    try (RandomCheckpoint checkpoint =
            RandomCheckpoint.of(
                RandomCheckpoint.sizes(97, 64, 36, 3, 4, 50, 6), ElementType.F32, 1);
        TornadoBackend device =
            TornadoBackend.load(
                checkpoint,
                Machines.first().open(),
                DeviceOptions.of(checkpoint.config(), wanted(checkpoint) - (whole ? 0 : 1), TOKENS)
                    .withBlockRows(ROWS)
                    .withThreads(2),
                false);
        Backend processors = CpuBackend.load(checkpoint)) {
      assertThat(device.placement().whole()).isEqualTo(whole);
      List<float[]> expected = states(processors);
      List<float[]> actual = states(device);
      assertThat(actual).hasSize(13);
      for (int i = 0; i < expected.size(); i++) {
        assertThat(actual.get(i))
            .as("state %d", i)
            .usingComparatorWithPrecision(1e-4f)
            .containsExactly(expected.get(i));
      }
      assertThat(Runs.logits(device, List.of(new int[] {1, 2, 3})).getFirst()[2])
          .usingComparatorWithPrecision(2e-4f)
          .containsExactly(Runs.logits(processors, List.of(new int[] {1, 2, 3})).getFirst()[2]);
    }
  }

  /// What all layers take on the device.
  private static long wanted(RandomCheckpoint checkpoint) throws Exception {
    return Placement.of(MossWeights.read(checkpoint), 1, ROWS, TOKENS / Block.PAGE).wanted();
  }

  private static List<float[]> states(Backend backend) {
    List<float[]> states = new ArrayList<>();
    int[] longer = new Random(1).ints(20, 0, 97).toArray();
    backend.hidden(
        List.of(
            new Chunk(backend.newCache(), longer, Wanted.LAST),
            new Chunk(backend.newCache(), new int[12], Wanted.ALL),
            new Chunk(backend.newCache(), new int[] {4}, Wanted.NONE)),
        (_, _, state) -> states.add(state.clone()));
    return states;
  }
}
