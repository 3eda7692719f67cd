package io.mosskit.curation.duplicate;

/// What is compared of one text: its shingles, and a key for each band of its signature.
public final class Sketch {
  private final Shingles shingles;
  private final int[] bandKeys;

  Sketch(Shingles shingles, int[] bandKeys) {
    this.shingles = shingles;
    this.bandKeys = bandKeys;
  }

  public Shingles shingles() {
    return shingles;
  }

  /// The key of a band, equal where two signatures agree in all of its rows.
  public int bandKey(int band) {
    return bandKeys[band];
  }
}
