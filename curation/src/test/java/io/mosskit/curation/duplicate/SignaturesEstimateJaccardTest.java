package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.curation.text.UnitHashes;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignaturesEstimateJaccardTest {
  private static final int LANES = Banding.forThreshold(0.7).lanes();
  private static final int PAIRS = 2000;

  private final MinHash minHash = new MinHash(LANES);

  /// The share of lanes that agree, for two sets of `shared` common hashes and `own` of each
  /// side's.
  private double estimate(SplittableRandom random, int shared, int own) {
    long[] left = new long[shared + own];
    long[] right = new long[shared + own];
    for (int i = 0; i < shared; i++) {
      left[i] = random.nextLong();
      right[i] = left[i];
    }
    for (int i = shared; i < left.length; i++) {
      left[i] = random.nextLong();
      right[i] = random.nextLong();
    }
    int[] a = minHash.signature(left);
    int[] b = minHash.signature(right);
    int agreeing = 0;
    for (int lane = 0; lane < LANES; lane++) {
      agreeing += a[lane] == b[lane] ? 1 : 0;
    }
    return (double) agreeing / LANES;
  }

  /// The mean is within five standard errors of the Jaccard similarity, and the variance that of
  /// independent lanes, J(1 − J) / lanes.
  @ParameterizedTest(name = "{0} shared, {1} on each side alone")
  @CsvSource({"1, 2", "4, 1", "30, 8", "46, 5", "20, 40", "300, 50", "2000, 300"})
  void theEstimateIsUnbiasedWithTheVarianceOfIndependentLanes(int shared, int own) {
    SplittableRandom random = new SplittableRandom(31L * shared + own);
    double sum = 0;
    double squares = 0;
    int pairs = shared > 1000 ? PAIRS / 4 : PAIRS;
    for (int i = 0; i < pairs; i++) {
      double estimate = estimate(random, shared, own);
      sum += estimate;
      squares += estimate * estimate;
    }
    double jaccard = (double) shared / (shared + 2 * own);
    double mean = sum / pairs;
    double variance = squares / pairs - mean * mean;
    double ideal = jaccard * (1 - jaccard) / LANES;
    assertThat(mean).isCloseTo(jaccard, within(5 * Math.sqrt(ideal / pairs)));
    assertThat(variance / ideal).isBetween(0.75, 1.25);
  }

  /// Candidates occur as often as the banding says.
  @ParameterizedTest(name = "J = {0}")
  @ValueSource(doubles = {0.5, 0.7, 0.8})
  void candidatesOccurAsOftenAsTheBandingSays(double jaccard) {
    Banding banding = Banding.forThreshold(0.7);
    int shared = 56;
    int own = (int) Math.round(shared * (1 - jaccard) / jaccard / 2);
    double actual = (double) shared / (shared + 2 * own);
    SplittableRandom random = new SplittableRandom(own);
    int candidates = 0;
    for (int i = 0; i < PAIRS; i++) {
      candidates += agreeInABand(random, shared, own, banding) ? 1 : 0;
    }
    assertThat((double) candidates / PAIRS)
        .isCloseTo(banding.candidateProbability(actual), within(0.04));
  }

  private boolean agreeInABand(SplittableRandom random, int shared, int own, Banding banding) {
    long[] left = random.longs(shared + own).toArray();
    long[] right = left.clone();
    for (int i = shared; i < right.length; i++) {
      right[i] = random.nextLong();
    }
    int[] a = minHash.signature(left);
    int[] b = minHash.signature(right);
    for (int from = 0; from < LANES; from += banding.rows()) {
      if (Arrays.equals(a, from, from + banding.rows(), b, from, from + banding.rows())) {
        return true;
      }
    }
    return false;
  }

  /// Whoever changes what this test pins changes the version, too.
  @Test
  void theSignatureOfAVersionNeverChanges() {
    Sketch sketch =
        new Sketcher(new Banding(4, 5)).sketch(UnitHashes.of("如何用 Python 读取一个 CSV file, please?"));
    int[] keys = IntStream.range(0, 4).map(sketch::bandKey).toArray();
    assertThat(Sketcher.SIGNATURE_VERSION).isEqualTo(202);
    assertThat(keys).containsExactly(782475698, 1298339291, 578993749, -1522264966);
  }
}
