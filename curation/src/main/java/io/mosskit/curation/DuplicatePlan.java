package io.mosskit.curation;

import io.mosskit.curation.duplicate.Banding;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketcher;
import io.mosskit.schema.json.ObjBuilder;
import java.nio.file.Path;
import java.util.Optional;

/// How duplicates are told, and which of them stays: the one with the higher score, of equal ones
/// the longer dialogue, of equally long ones the earlier.
///
/// @param key the words by which duplicates are told
/// @param threshold the least Jaccard similarity of near-duplicates, above 0 and up to 1; at 1 only
///   texts with the same shingles are near-duplicates
/// @param quality where a record has its score: member names below `mosskit`, divided by dots
/// @param maxClusterShare the largest share of the candidates that one record may swallow, above 0
///   and up to 1; beyond it a run stops, because then the key compares what all records share
/// @param index a folder with what was curated before, against which records are held too, and to
///   which those that stay are added
public record DuplicatePlan(
    DuplicateKey key,
    double threshold,
    String quality,
    double maxClusterShare,
    Optional<Path> index) {

  public DuplicatePlan {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
    if (!(maxClusterShare > 0 && maxClusterShare <= 1)) {
      throw new IllegalArgumentException(
          "a share of a cluster above 0 and up to 1, not " + maxClusterShare);
    }
    if (quality.isBlank()) {
      throw new IllegalArgumentException("a path such as scores.quality, not a blank");
    }
  }

  /// By the user turns at 0.7, the score in `mosskit.quality`, no cluster above a fifth.
  public static DuplicatePlan standard() {
    return new DuplicatePlan(DuplicateKey.USER_TURNS, 0.7, "quality", 0.2, Optional.empty());
  }

  public DuplicatePlan withKey(DuplicateKey other) {
    return new DuplicatePlan(other, threshold, quality, maxClusterShare, index);
  }

  public DuplicatePlan withThreshold(double other) {
    return new DuplicatePlan(key, other, quality, maxClusterShare, index);
  }

  public DuplicatePlan withQuality(String other) {
    return new DuplicatePlan(key, threshold, other, maxClusterShare, index);
  }

  public DuplicatePlan withMaxClusterShare(double other) {
    return new DuplicatePlan(key, threshold, quality, other, index);
  }

  public DuplicatePlan withIndex(Path folder) {
    return new DuplicatePlan(key, threshold, quality, maxClusterShare, Optional.of(folder));
  }

  Banding banding() {
    return Banding.forThreshold(threshold);
  }

  void describe(ObjBuilder settings) {
    Banding banding = banding();
    settings
        .put("duplicate_key", key.label())
        .put("threshold", threshold)
        .put("quality", quality)
        .put("max_cluster_share", maxClusterShare)
        .put("shingle_units", Shingles.WIDTH)
        .put("bands", banding.bands())
        .put("rows", banding.rows())
        .put("signature_version", Sketcher.SIGNATURE_VERSION);
  }
}
