package io.mosskit.schema.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewlinesTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {31, 32, 33})
  void areFoundWhereALoopFindsThem(long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (int round = 0; round < 5_000; round++) {
      byte[] bytes = new byte[random.nextInt(60)];
      random.nextBytes(bytes);
      for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
        bytes[random.nextInt(bytes.length)] = '\n';
      }
      int from = bytes.length == 0 ? 0 : random.nextInt(bytes.length);
      int first = from;
      while (first < bytes.length && bytes[first] != '\n') {
        first++;
      }
      int count = 0;
      for (int i = from; i < bytes.length; i++) {
        count += bytes[i] == '\n' ? 1 : 0;
      }
      assertThat(Newlines.next(bytes, from, bytes.length)).isEqualTo(first);
      assertThat(Newlines.count(bytes, from, bytes.length)).isEqualTo(count);
    }
  }
}
