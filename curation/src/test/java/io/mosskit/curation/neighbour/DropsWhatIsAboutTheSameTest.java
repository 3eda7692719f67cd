package io.mosskit.curation.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DropsWhatIsAboutTheSameTest {
  private static final double THRESHOLD = 0.9;
  private static final int DIMENSIONS = 24;

  @TempDir Path folder;

  /// Vectors around others that came before, at all distances, some equal to one.
  private static List<float[]> vectors(long seed, int count) {
    Random random = new Random(seed);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] vector = new float[DIMENSIONS];
      boolean copy = i > 0 && random.nextInt(3) > 0;
      float[] from = copy ? vectors.get(random.nextInt(i)) : vector;
      double noise = copy ? random.nextInt(5) * 0.15 : 1;
      for (int d = 0; d < DIMENSIONS; d++) {
        vector[d] = (float) (from[d] + noise * random.nextGaussian());
      }
      vectors.add(vector);
    }
    return vectors;
  }

  private SemanticVerdicts verdicts(List<float[]> vectors, int[] priority) throws IOException {
    try (SemanticDuplicates duplicates = SemanticDuplicates.in(folder)) {
      for (float[] vector : vectors) {
        duplicates.add(vector);
      }
      assertThat(duplicates.size()).isEqualTo(vectors.size());
      return duplicates.verdicts(THRESHOLD, priority);
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void aSmallBatchIsJudgedAsByComparingAll(long seed) throws IOException {
    List<float[]> vectors = vectors(seed, 150);
    int[] priority = shuffled(seed, 150);
    SemanticVerdicts verdicts = verdicts(vectors, priority);
    List<Integer> kept = new ArrayList<>();
    for (int record : priority) {
      int twin = -1;
      double best = THRESHOLD;
      for (int other : kept) {
        double cosine = cosine(vectors.get(record), vectors.get(other));
        if (cosine > best + 1e-6) {
          twin = other;
          best = cosine;
        }
      }
      assertThat(verdicts.isKept(record)).isEqualTo(twin < 0);
      if (twin < 0) {
        kept.add(record);
      } else {
        assertThat(verdicts.score(record)).isCloseTo(best, within(1e-5));
        assertThat(verdicts.isKept(verdicts.twin(record))).isTrue();
      }
    }
    assertThat(verdicts.dropped()).isEqualTo(150 - kept.size()).isGreaterThan(30);
  }

  @Test
  void aLargeBatchMissesHardlyAnything() throws IOException {
    List<float[]> vectors = vectors(7, 6000);
    SemanticVerdicts verdicts = verdicts(vectors, IntStream.range(0, 6000).toArray());
    List<Integer> kept = new ArrayList<>();
    int missed = 0;
    for (int record = 0; record < 6000; record++) {
      if (verdicts.isKept(record)) {
        float[] vector = vectors.get(record);
        missed += kept.stream().anyMatch(k -> cosine(vector, vectors.get(k)) >= 0.9001) ? 1 : 0;
        kept.add(record);
      } else {
        int twin = verdicts.twin(record);
        assertThat(twin).isLessThan(record);
        assertThat(verdicts.isKept(twin)).isTrue();
        assertThat(cosine(vectors.get(record), vectors.get(twin))).isGreaterThan(0.8999);
      }
    }
    assertThat(verdicts.dropped()).isGreaterThan(1500);
    assertThat((double) missed / verdicts.dropped()).isLessThan(0.001);
  }

  @Test
  void theOneWithPriorityStays() throws IOException {
    List<float[]> vectors = List.of(new float[] {1, 0}, new float[] {0, 1}, new float[] {3, 0});
    SemanticVerdicts verdicts = verdicts(vectors, new int[] {2, 1, 0});
    assertThat(verdicts.isKept(2)).isTrue();
    assertThat(verdicts.isKept(1)).isTrue();
    assertThat(verdicts.twin(0)).isEqualTo(2);
    assertThat(verdicts.score(0)).isEqualTo(1);
    assertThatThrownBy(() -> verdicts.twin(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nothingIsLikeNothing() throws IOException {
    List<float[]> zeros = List.of(new float[2], new float[2], new float[0]);
    assertThat(verdicts(zeros, new int[] {0, 1, 2}).dropped()).isZero();
    assertThat(verdicts(List.of(), new int[0]).size()).isZero();
  }

  @Test
  void whatIsNoVectorIsRefused() throws IOException {
    try (SemanticDuplicates duplicates = SemanticDuplicates.in(folder)) {
      duplicates.add(new float[] {1, 2});
      assertThatThrownBy(() -> duplicates.add(new float[] {1}))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("of 2 and of 1");
      assertThatThrownBy(() -> duplicates.add(new float[] {1, Float.NaN}))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> duplicates.verdicts(0)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> duplicates.verdicts(0.9, new int[0]))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /// As OpenAI's large model makes them: Lucene alone takes 1,024.
  @Test
  void vectorsMayBeLong() throws IOException {
    List<float[]> vectors = List.of(new float[3072], new float[3072], new float[3072]);
    vectors.forEach(vector -> vector[3071] = 2);
    vectors.get(1)[0] = 9;
    SemanticVerdicts verdicts = verdicts(vectors, new int[] {0, 1, 2});
    assertThat(verdicts.dropped()).isEqualTo(1);
    assertThat(verdicts.twin(2)).isZero();
  }

  private static int[] shuffled(long seed, int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, new Random(seed));
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double cosine(float[] left, float[] right) {
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < left.length; i++) {
      dot += (double) left[i] * right[i];
      a += (double) left[i] * left[i];
      b += (double) right[i] * right[i];
    }
    return dot / Math.sqrt(a * b);
  }
}
