package io.mosskit.inference.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The logits of a sequence are the same bits alone, in any batch, token by token, in any chunks,
/// in blocks of any size and on any number of threads.
class GivesTheSameBitsInAnyCompanyTest {

  /// A model, by the name that the test report shows.
  record Model(String name, RandomCheckpoint checkpoint) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Model> models() {
    MossConfig odd = RandomCheckpoint.sizes(107, 320, 72, 1, 4, 1100, 8);
    MossConfig even = RandomCheckpoint.sizes(96, 320, 64, 1, 4, 256, 8);
    return Stream.of(
        new Model("F32", RandomCheckpoint.of(odd, ElementType.F32, 1)),
        new Model("F16", RandomCheckpoint.of(odd, ElementType.F16, 2)),
        new Model("BF16", RandomCheckpoint.of(odd, ElementType.BF16, 3)),
        new Model("int8", RandomCheckpoint.of(even.quantized(8, 32), ElementType.F16, 4)),
        new Model("int4", RandomCheckpoint.of(even.quantized(4, 32), ElementType.F16, 5)),
        new Model("int2", RandomCheckpoint.of(even.quantized(2, 32), ElementType.F16, 6)),
        new Model("int4 shuffled", RandomCheckpoint.shuffled(even.quantized(4, 32), 7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void aloneAndInEveryBatch(Model model) throws Exception {
    try (RandomCheckpoint checkpoint = model.checkpoint();
        CpuBackend backend = backend(checkpoint, 2, 64)) {
      Random random = new Random(5);
      List<int[]> sequences = new ArrayList<>();
      for (int length : new int[] {1, 2, 3, 7, 16, 29, 64, 65, 3, 1, 40}) {
        sequences.add(Runs.randomIds(random, length, checkpoint.config().vocabSize()));
      }
      List<float[][]> alone = sequences.stream().map(ids -> Runs.logits(backend, ids)).toList();
      for (int shuffle = 0; shuffle < 3; shuffle++) {
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Collections.shuffle(order, random);
        List<float[][]> together =
            Runs.logits(backend, order.stream().map(sequences::get).toList());
        for (int i = 0; i < order.size(); i++) {
          assertThat(together.get(i)).isDeepEqualTo(alone.get(order.get(i)));
        }
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void inChunksBlocksAndThreadsOfAnyNumber(Model model) throws Exception {
    try (RandomCheckpoint checkpoint = model.checkpoint()) {
      Random random = new Random(6);
      int[] ids = Runs.randomIds(random, 300, checkpoint.config().vocabSize());
      try (CpuBackend whole = backend(checkpoint, 1, 300);
          CpuBackend blocks = backend(checkpoint, 3, 37);
          CpuBackend single = backend(checkpoint, 2, 1)) {
        float[][] expected = Runs.logits(whole, ids);
        assertThat(Runs.logits(blocks, ids)).isDeepEqualTo(expected);
        assertThat(Runs.logits(single, ids)).isDeepEqualTo(expected);
        assertThat(Runs.inChunks(whole, ids, random, 1)).isDeepEqualTo(expected);
        assertThat(Runs.inChunks(blocks, ids, random, 50)).isDeepEqualTo(expected);
      }
    }
  }

  private static CpuBackend backend(RandomCheckpoint checkpoint, int threads, int rows)
      throws Exception {
    return CpuBackend.load(
        checkpoint, CpuOptions.of(checkpoint.config()).withThreads(threads).withBlockRows(rows));
  }
}
