package io.mosskit.inference.cpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.RotaryPrecision;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// On random models of odd shapes, the backend computes what the naive twin computes in double
/// precision.
class AgreesWithTheNaiveTwinTest {

  private static final int[] TOKENS = new Random(3).ints(37, 0, 97).toArray();

  @ParameterizedTest(name = "{0}")
  @EnumSource(names = {"F32", "F16", "BF16"})
  void ofEveryFloatingType(ElementType type) throws Exception {
    agrees(RandomCheckpoint.of(sizes(32), type, 11), RotaryPrecision.FP32);
  }

  @ParameterizedTest(name = "seed {0}: vocabulary {1}, width {2}, heads {3}, inner {4}, rotary {5}")
  @CsvSource({
    "1, 97, 24, 4, 50, 2",
    "2, 98, 40, 8, 33, 4",
    "3, 101, 36, 4, 19, 6",
    "4, 131, 1040, 4, 1100, 10",
    "5, 97, 8, 4, 3, 2"
  })
  void ofOddSizes(long seed, int vocabulary, int width, int heads, int inner, int rotary)
      throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(vocabulary, 64, width, 2, heads, inner, rotary);
    agrees(RandomCheckpoint.of(sizes, ElementType.F16, seed), RotaryPrecision.FP32);
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {2, 4, 8})
  void ofEveryPackedWidth(int bits) throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(97, 64, 48, 2, 4, 80, 6).quantized(bits, 16);
    agrees(RandomCheckpoint.of(sizes, ElementType.F16, bits), RotaryPrecision.FP16_ROUNDED);
  }

  @ParameterizedTest(name = "{0} bits")
  @ValueSource(ints = {2, 4, 8})
  void ofGroupsInAnyOrder(int bits) throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(97, 64, 64, 2, 4, 96, 6).quantized(bits, 32);
    agrees(RandomCheckpoint.shuffled(sizes, bits), RotaryPrecision.FP32);
  }

  @ParameterizedTest(name = "groups of {0}")
  @ValueSource(ints = {-1, 8, 24, 40, 1000})
  void ofGroupsOfAnySize(int groupSize) throws Exception {
    MossConfig sizes = RandomCheckpoint.sizes(97, 64, 40, 2, 4, 72, 6).quantized(4, groupSize);
    agrees(RandomCheckpoint.of(sizes, ElementType.F32, groupSize), RotaryPrecision.FP32);
  }

  private static MossConfig sizes(int width) {
    return RandomCheckpoint.sizes(97, 64, width, 3, 4, 4 * width, 6);
  }

  private static void agrees(RandomCheckpoint checkpoint, RotaryPrecision rotary) throws Exception {
    try (checkpoint;
        CpuBackend backend =
            CpuBackend.load(
                checkpoint, CpuOptions.of(checkpoint.config()).withRotary(rotary).withThreads(2))) {
      float[] inverse = rotary.inverseFrequencies(checkpoint.config().rotaryDim());
      double[][] expected = new NaiveMoss(checkpoint, inverse).logits(TOKENS);
      float[][] actual = Runs.logits(backend, TOKENS);
      for (int position = 0; position < TOKENS.length; position++) {
        for (int id = 0; id < actual[position].length; id++) {
          assertThat((double) actual[position][id])
              .as("position %d, id %d", position, id)
              .isCloseTo(expected[position][id], within(2e-4));
        }
      }
    }
  }
}
