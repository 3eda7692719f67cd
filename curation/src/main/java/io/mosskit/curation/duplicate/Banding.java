package io.mosskit.curation.duplicate;

/// How signatures are cut into bands: two texts become candidates where they agree in all rows of
/// at least one band. With Jaccard similarity J that happens with probability 1 − (1 −
/// J^rows)^bands.
///
/// At the default threshold of 0.7 these are 16 bands of 5 rows:
///
/// | J | 0.2 | 0.3 | 0.4 | 0.5 | 0.6 | 0.7 | 0.75 | 0.8 | 0.9 |
/// |---|---|---|---|---|---|---|---|---|---|
/// | candidate | .005 | .038 | .152 | .398 | .726 | .947 | .987 | .998 | 1.000 |
///
/// Candidates that are no duplicates cost a comparison each and nothing else.
///
/// @param bands how many, at least 1
/// @param rows signature lanes in each, at least 1
public record Banding(int bands, int rows) {
  private static final int BANDS = 16;
  private static final int MAX_ROWS = 10;

  public Banding {
    if (bands < 1 || rows < 1) {
      throw new IllegalArgumentException("bands %d, rows %d: at least 1".formatted(bands, rows));
    }
  }

  /// The most selective of 16 bands that finds 97 % of the pairs 0.05 above the threshold.
  ///
  /// @param threshold a Jaccard similarity, above 0 and up to 1
  public static Banding forThreshold(double threshold) {
    Banding banding = new Banding(BANDS, 1);
    for (int rows = 2; rows <= MAX_ROWS; rows++) {
      Banding narrower = new Banding(BANDS, rows);
      if (narrower.candidateProbability(Math.min(1, threshold + 0.05)) >= 0.97) {
        banding = narrower;
      }
    }
    return banding;
  }

  /// The probability that two texts of this similarity become candidates.
  public double candidateProbability(double jaccard) {
    return 1 - Math.pow(1 - Math.pow(jaccard, rows), bands);
  }

  /// The length of a signature.
  public int lanes() {
    return bands * rows;
  }
}
