package io.mosskit.curation.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BandingKeepsItsPromiseTest {

  @ParameterizedTest
  @CsvSource({
    "0.2, 0.005",
    "0.3, 0.038",
    "0.4, 0.152",
    "0.5, 0.398",
    "0.6, 0.726",
    "0.7, 0.947",
    "0.75, 0.987",
    "0.8, 0.998",
    "0.9, 1.000"
  })
  void theDocumentedCurveIsTheCurve(double jaccard, double probability) {
    assertThat(Banding.forThreshold(0.7)).isEqualTo(new Banding(16, 5));
    assertThat(Banding.forThreshold(0.7).candidateProbability(jaccard))
        .isCloseTo(probability, within(0.0005));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0})
  void pairsALittleAboveAnyThresholdAreFound(double threshold) {
    Banding banding = Banding.forThreshold(threshold);
    assertThat(banding.candidateProbability(Math.min(1, threshold + 0.1))).isGreaterThan(0.9);
    assertThat(banding.rows()).isBetween(1, 10);
  }

  @Test
  void aBandingWithoutBandsIsRefused() {
    assertThatThrownBy(() -> new Banding(0, 5)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Banding(5, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
