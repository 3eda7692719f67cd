package io.mosskit.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A share of what `benchmarks/run CheckpointFuzz 100000` tries.
class SurvivesBrokenModelsTest {

  @TempDir Path scratch;

  @ParameterizedTest(name = "1,500 mutants from seed {0}")
  @ValueSource(longs = {1_000_001, 2_000_001})
  void eachIsLoadedOrRefused(long seed) throws Exception {
    CheckpointFuzz fuzz = CheckpointFuzz.run(scratch, 1500, seed);
    assertThat(fuzz.failures()).isEmpty();
    assertThat(fuzz.outcomes())
        .containsOnlyKeys(
            "checkpoint loaded", "checkpoint refused", "tokenizer loaded", "tokenizer refused");
    assertThat(fuzz.outcomes().values()).allSatisfy(n -> assertThat(n).isGreaterThan(100));
  }
}
