package io.mosskit.inference.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.ContextLimitException;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.ModelException;
import io.mosskit.inference.model.RotaryPrecision;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusesWhatCannotBeTest {

  private static final MossConfig SIZES = RandomCheckpoint.sizes(50, 16, 16, 1, 4, 32, 2);

  @Test
  void sequencesThatAreLongerThanTheModelReads() throws Exception {
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F32, 1);
        CpuBackend backend = CpuBackend.load(checkpoint);
        KvCache cache = backend.newCache()) {
      backend.forward(List.of(new Chunk(cache, new int[10], Wanted.NONE)), (_, _, _) -> {});
      assertThatExceptionOfType(ContextLimitException.class)
          .isThrownBy(() ->
              backend.forward(List.of(new Chunk(cache, new int[7], Wanted.LAST)), (_, _, _) -> {}))
          .withMessageContaining("17 tokens")
          .withMessageContaining("at most 16");
      assertThat(cache.length()).isEqualTo(10);
    }
  }

  @Test
  void idsThatTheModelDoesNotHave() throws Exception {
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F32, 1);
        CpuBackend backend = CpuBackend.load(checkpoint)) {
      assertThatExceptionOfType(IllegalArgumentException.class)
          .isThrownBy(() -> Runs.logits(backend, new int[] {3, 50}))
          .withMessageContaining("token id 50");
    }
  }

  @Test
  void modelsThatLackATensor() {
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(SIZES, ElementType.F32, 1)) {
      checkpoint.remove("transformer.h.0.mlp.fc_in.bias");
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(() -> CpuBackend.load(checkpoint))
          .withMessageContaining("transformer.h.0.mlp.fc_in.bias");
    }
  }

  @Test
  void roundsInverseFrequenciesAsThePublishedProgramsDo() {
    assertThat(RotaryPrecision.FP16_ROUNDED.inverseFrequencies(64))
        .startsWith(1, 0.74951171875f, 0.5625f, 0.421630859375f);
    assertThat(RotaryPrecision.FP32.inverseFrequencies(64))
        .usingComparatorWithPrecision(1e-7f)
        .startsWith(1, 0.7498942f, 0.5623413f, 0.4216965f);
  }

  @Test
  void halvesTheCacheWithoutLosingTheThread() throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(50, 300, 32, 2, 4, 64, 4);
    try (RandomCheckpoint checkpoint = RandomCheckpoint.of(sizes, ElementType.F16, 9);
        CpuBackend whole = CpuBackend.load(checkpoint);
        CpuBackend half =
            CpuBackend.load(checkpoint, CpuOptions.of(sizes).withCache(CachePrecision.FP16))) {
      int[] ids = Runs.randomIds(new java.util.Random(2), 290, 50);
      float[][] expected = Runs.logits(whole, ids);
      float[][] actual = Runs.logits(half, ids);
      for (int position = 0; position < ids.length; position++) {
        assertThat(actual[position])
            .usingComparatorWithPrecision(0.02f)
            .containsExactly(expected[position]);
      }
      assertThat(actual[289]).isNotEqualTo(expected[289]);
    }
  }
}
