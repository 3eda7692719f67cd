package io.mosskit.plugins.paint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What [FixedDeflate] writes, the JDK's inflater reads.
class InflatesBackTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyBytesComeBack(long seed) throws DataFormatException {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(1500)];
      int values = 1 + random.nextInt(256);
      for (int at = 0; at < bytes.length; ) {
        byte value = (byte) random.nextInt(values);
        for (int run = random.nextInt(400); run >= 0 && at < bytes.length; run--) {
          bytes[at++] = value;
        }
      }
      int rowLength = 1 + random.nextInt(600);
      assertThat(inflated(FixedDeflate.of(bytes, rowLength), bytes.length)).isEqualTo(bytes);
    }
  }

  @Test
  void runsOfEveryLengthComeBack() throws DataFormatException {
    for (int length = 0; length < 600; length++) {
      byte[] bytes = new byte[length];
      assertThat(inflated(FixedDeflate.of(bytes, 513), length)).isEqualTo(bytes);
    }
  }

  private static byte[] inflated(byte[] deflated, int length) throws DataFormatException {
    try (Inflater inflater = new Inflater(true)) {
      inflater.setInput(deflated);
      byte[] bytes = new byte[length + 1];
      int read = inflater.inflate(bytes);
      assertThat(inflater.finished()).isTrue();
      assertThat(inflater.getRemaining()).isZero();
      return java.util.Arrays.copyOf(bytes, read);
    }
  }
}
