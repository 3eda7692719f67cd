package io.mosskit.inference.tornado;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.cpu.RandomCheckpoint;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.KvCache;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The logits of a sequence are the same bits alone, in any batch, token by token and in any
/// chunks, whatever was computed before.
class GivesTheSameBitsInAnyCompanyTest {

  /// A model, by the name that the test report shows.
  record Model(String name, RandomCheckpoint checkpoint) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Model> models() {
    MossConfig odd = RandomCheckpoint.sizes(107, 200, 72, 1, 4, 300, 8);
    MossConfig even = RandomCheckpoint.sizes(96, 200, 64, 1, 4, 256, 8);
    return Stream.of(
        new Model("F32", RandomCheckpoint.of(odd, ElementType.F32, 1)),
        new Model("F16", RandomCheckpoint.of(odd, ElementType.F16, 2)),
        new Model("int4", RandomCheckpoint.of(even.quantized(4, 32), ElementType.F16, 5)),
        new Model("int8 shuffled", RandomCheckpoint.shuffled(even.quantized(8, 32), 7)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("models")
  void aloneAndInEveryBatchAndChunk(Model model) throws Exception {
    try (RandomCheckpoint checkpoint = model.checkpoint();
        TornadoBackend backend = backend(checkpoint, 2048)) {
      Random random = new Random(5);
      List<int[]> sequences = new ArrayList<>();
      for (int length : new int[] {1, 2, 3, 7, 16, 64, 65, 1, 130}) {
        sequences.add(random.ints(length, 0, checkpoint.config().vocabSize()).toArray());
      }
      List<float[][]> alone =
          sequences.stream().map(ids -> Runs.logits(backend, List.of(ids)).getFirst()).toList();
      List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8));
      Collections.shuffle(order, random);
      List<float[][]> together = Runs.logits(backend, order.stream().map(sequences::get).toList());
      for (int i = 0; i < order.size(); i++) {
        assertThat(together.get(i)).isDeepEqualTo(alone.get(order.get(i)));
      }
      int[] longest = sequences.getLast();
      assertThat(Runs.inChunks(backend, longest, random, 1)).isDeepEqualTo(alone.getLast());
      assertThat(Runs.inChunks(backend, longest, random, 40)).isDeepEqualTo(alone.getLast());
    }
  }

  @Test
  void afterTokensWhoseLogitsNobodyWants() throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(97, 128, 64, 2, 4, 128, 8);
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(sizes, ElementType.F32, 3);
        TornadoBackend backend = backend(checkpoint, 512);
        KvCache cache = backend.newCache()) {
      int[] ids = new Random(1).ints(20, 0, 97).toArray();
      float[][] expected = Runs.logits(backend, List.of(ids)).getFirst();
      float[] last = new float[97];
      backend.forward(List.of(new Chunk(cache, ids, Wanted.NONE)), (_, _, _) -> {});
      cache.truncate(19);
      backend.forward(
          List.of(new Chunk(cache, new int[] {ids[19]}, Wanted.LAST)),
          (_, _, row) -> row.copyTo(last));
      assertThat(last).isEqualTo(expected[19]);
    }
  }

  @Test
  void pagesAreGivenBackAndTooManyAreRefused() throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(97, 256, 16, 1, 4, 32, 4);
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(sizes, ElementType.F32, 3);
        TornadoBackend backend = backend(checkpoint, 256)) {
      int[] ids = new Random(1).ints(200, 0, 97).toArray();
      float[][] expected = Runs.logits(backend, List.of(ids)).getFirst();
      assertThatThrownBy(() -> Runs.logits(backend, List.of(ids, ids)))
          .isInstanceOf(DeviceException.class)
          .hasMessageContaining("room for 256 tokens")
          .hasMessageContaining("fewer sequences");
      assertThat(Runs.logits(backend, List.of(ids)).getFirst()).isDeepEqualTo(expected);
      assertThatThrownBy(() -> Runs.logits(backend, List.of(new int[257])))
          .isInstanceOf(ContextLimitException.class);
      assertThatThrownBy(() -> Runs.logits(backend, List.of(new int[] {97})))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("97");
    }
  }

  private static TornadoBackend backend(RandomCheckpoint checkpoint, long tokens) throws Exception {
    return TornadoBackend.load(
        checkpoint,
        Machines.first().open(),
        DeviceOptions.of(checkpoint.config(), 4_000_000_000L, tokens),
        false);
  }
}
