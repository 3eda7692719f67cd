package io.mosskit.curation.duplicate;

import io.mosskit.curation.text.UnitHashes;

/// Sketches texts. Thread-safe: this is the part of the work that grows with the text, and it needs
/// no knowledge of other texts.
public final class Sketcher {

  /// The version of the signatures; sketches of different versions cannot be compared. Both that it
  /// is made of only grow, so that it changes with either.
  public static final int SIGNATURE_VERSION = 100 * Shingles.VERSION + MinHash.VERSION;

  private static final int[] NO_BANDS = {};

  private final Banding banding;
  private final MinHash minHash;

  public Sketcher(Banding banding) {
    this.banding = banding;
    this.minHash = new MinHash(banding.lanes());
  }

  /// The sketch of a text of these units; that of a text without units is empty and has no twin.
  public Sketch sketch(UnitHashes units) {
    return sketch(Shingles.of(units));
  }

  /// The sketch of a text of these shingles.
  public Sketch sketch(Shingles shingles) {
    return new Sketch(shingles, shingles.isEmpty() ? NO_BANDS : bandKeys(shingles));
  }

  private int[] bandKeys(Shingles shingles) {
    int[] signature = minHash.signature(shingles.hashes());
    int[] keys = new int[banding.bands()];
    int lane = 0;
    for (int band = 0; band < keys.length; band++) {
      long key = band;
      for (int row = 0; row < banding.rows(); row++) {
        key = (key ^ signature[lane++]) * 0x9E3779B97F4A7C15L;
        key ^= key >>> 32;
      }
      keys[band] = (int) key;
    }
    return keys;
  }
}
