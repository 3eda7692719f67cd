package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsHoldListsTest {

  private static List<Integer> list(Buckets buckets, int key) {
    List<Integer> records = new ArrayList<>();
    for (int list = buckets.find(key); list != Buckets.NIL; list = buckets.rest(list)) {
      records.add(buckets.record(list));
    }
    return records;
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void theyAreAMapFromKeysToListsWithTheLatestFirst(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Buckets buckets = new Buckets();
    Map<Integer, List<Integer>> expected = new HashMap<>();
    for (int record = 0; record < 5000; record++) {
      // few keys, neighbouring keys, zero and negative keys
      int key = random.nextInt(3) == 0 ? random.nextInt(-5, 5) : random.nextInt();
      buckets.add(key, record);
      expected.computeIfAbsent(key, _ -> new ArrayList<>()).addFirst(record);
    }
    expected.forEach((key, records) -> assertThat(list(buckets, key)).isEqualTo(records));
    assertThat(list(buckets, 1_000_003)).isEqualTo(expected.getOrDefault(1_000_003, List.of()));
  }
}
