package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.cpu.CpuBackend;
import io.mosskit.inference.cpu.CpuOptions;
import io.mosskit.inference.cpu.RandomCheckpoint;
import io.mosskit.inference.model.Backend;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// On random models of odd shapes, the second backend computes what the first one does.
class AgreesWithTheProcessorsTest {

  private static final long MEMORY = 4_000_000_000L;

  /// A model, by the name that the test report shows.
  record Model(String name, RandomCheckpoint checkpoint) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Model> models() {
    MossConfig odd = RandomCheckpoint.sizes(97, 130, 36, 2, 4, 50, 6);
    MossConfig even = RandomCheckpoint.sizes(97, 130, 64, 2, 4, 96, 6);
    return Stream.of(
        new Model("F32", RandomCheckpoint.of(odd, ElementType.F32, 1)),
        new Model("F16", RandomCheckpoint.of(odd, ElementType.F16, 2)),
        new Model("BF16", RandomCheckpoint.of(odd, ElementType.BF16, 3)),
        new Model("wide", RandomCheckpoint.of(wide(), ElementType.F16, 4)),
        new Model("int8", RandomCheckpoint.of(even.quantized(8, 16), ElementType.F16, 5)),
        new Model("int4", RandomCheckpoint.of(even.quantized(4, -1), ElementType.F16, 6)),
        new Model("int2", RandomCheckpoint.of(even.quantized(2, 24), ElementType.F16, 7)),
        new Model("int4 shuffled", RandomCheckpoint.shuffled(even.quantized(4, 32), 8)));
  }

  private static MossConfig wide() {
    return RandomCheckpoint.sizes(131, 130, 520, 1, 8, 700, 10);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void atEveryPosition(Model model) throws Exception {
    try (RandomCheckpoint checkpoint = model.checkpoint()) {
      agree(checkpoint, MEMORY, 3);
    }
  }

  @Test
  void whereSomeLayersAreOnTheProcessors() throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(97, 130, 64, 3, 4, 256, 6);
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(sizes, ElementType.F32, 9)) {
      long memory = MEMORY;
      for (int layers = 2; layers >= 1; layers--) {
        memory = memoryFor(checkpoint, layers, memory);
        agree(checkpoint, memory, layers);
      }
      long none = memoryFor(checkpoint, 0, memory);
      assertThatThrownBy(() -> device(checkpoint, none))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("not one layer fits")
          .hasMessageContaining("--device-memory");
    }
  }

  /// A limit at which so many layers are on the device.
  private static long memoryFor(RandomCheckpoint checkpoint, int layers, long from)
      throws Exception {
    long memory = from;
    while (placement(checkpoint, memory).layers() > layers) {
      memory = Math.min(memory, placement(checkpoint, memory).bytes()) - 1;
    }
    return memory;
  }

  private static Placement placement(RandomCheckpoint checkpoint, long memory) throws Exception {
    return Placement.of(
        io.mosskit.inference.model.MossWeights.read(checkpoint), memory, 8, 512 / Block.PAGE);
  }

  private static TornadoBackend device(RandomCheckpoint checkpoint, long memory) throws Exception {
    return TornadoBackend.load(
        checkpoint,
        Machines.first().open(),
        DeviceOptions.of(checkpoint.config(), memory, 512).withBlockRows(8).withThreads(2),
        false);
  }

  private static void agree(RandomCheckpoint checkpoint, long memory, int layers) throws Exception {
    int[] longest = new Random(3).ints(130, 0, 97).toArray();
    List<int[]> sequences = List.of(longest, new int[] {5}, new int[] {1, 2, 3, 4, 5, 6, 7});
    try (TornadoBackend device = device(checkpoint, memory);
        Backend processors =
            CpuBackend.load(checkpoint, CpuOptions.of(checkpoint.config()).withThreads(2))) {
      assertThat(device.placement().layers())
          .isEqualTo(Math.min(layers, checkpoint.config().nLayer()));
      List<float[][]> expected = Runs.logits(processors, sequences);
      List<float[][]> actual = Runs.logits(device, sequences);
      for (int i = 0; i < sequences.size(); i++) {
        for (int position = 0; position < sequences.get(i).length; position++) {
          assertThat(actual.get(i)[position])
              .as("sequence %d, position %d", i, position)
              .usingComparatorWithPrecision(2e-4f)
              .containsExactly(expected.get(i)[position]);
        }
      }
    }
  }
}
