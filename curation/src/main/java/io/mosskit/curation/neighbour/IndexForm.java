package io.mosskit.curation.neighbour;

import io.mosskit.curation.duplicate.Banding;
import io.mosskit.curation.duplicate.Sketcher;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// What the sketches in an index are made of. Only sketches made alike can be compared, so an index
/// keeps its form with every commit.
///
/// @param key the words that are compared: a duplicate key's label, or the name of a field
/// @param threshold the least Jaccard similarity that the bands find, above 0 and up to 1
/// @param banding how signatures are cut
/// @param signatures the version of the signatures
public record IndexForm(String key, double threshold, Banding banding, int signatures) {
  private static final String FORMAT = "1";

  public IndexForm {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
  }

  /// The form of a new index for this key, and for this threshold and those above.
  public static IndexForm of(String key, double threshold) {
    return new IndexForm(
        key, threshold, Banding.forThreshold(threshold), Sketcher.SIGNATURE_VERSION);
  }

  /// The form of the index in a folder, which must serve this key and threshold; where there is
  /// none yet, that of a new one.
  ///
  /// @throws IndexMismatchException where the index serves something else
  /// @throws FileAlreadyExistsException where a file of that name is in the way
  public static IndexForm in(Path folder, String key, double threshold) throws IOException {
    IndexForm asked = of(key, threshold);
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new FileAlreadyExistsException(folder.toString());
    }
    if (!CuratedIndex.isIn(folder)) {
      return asked;
    }
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      index.form().requireServing(folder, key, threshold);
      return index.form();
    }
  }

  /// Makes the sketches that an index of this form compares.
  Sketcher sketcher() {
    return new Sketcher(banding);
  }

  /// Checks that an index of this form answers for a key and a threshold.
  void requireServing(Path folder, String askedKey, double askedThreshold)
      throws IndexMismatchException {
    if (!key.equals(askedKey)) {
      throw new IndexMismatchException(
          "%s compares by %s, not by %s: use that key, or make an index of another folder"
              .formatted(folder, key, askedKey));
    }
    requireThreshold(folder, askedThreshold);
  }

  void requireThreshold(Path folder, double asked) throws IndexMismatchException {
    if (asked < threshold) {
      throw new IndexMismatchException(
          "%s is made for thresholds from %s on and would miss twins at %s: ask for %s or more, or"
                  .formatted(folder, threshold, asked, threshold)
              + " make a new index with the lower threshold");
    }
  }

  /// Checks that records of another form may join an index of this one.
  void requireSame(Path folder, IndexForm other) throws IndexMismatchException {
    if (!equals(other)) {
      throw new IndexMismatchException(
          "%s holds sketches of another kind (%s, not %s): add with the form of the index"
              .formatted(folder, this, other));
    }
  }

  Map<String, String> properties() {
    return Map.of(
        "mosskit.format", FORMAT,
        "signatures", Integer.toString(signatures),
        "key", key,
        "threshold", Double.toString(threshold),
        "bands", Integer.toString(banding.bands()),
        "rows", Integer.toString(banding.rows()));
  }

  static IndexForm of(Path folder, Map<String, String> properties) throws IndexMismatchException {
    if (!FORMAT.equals(properties.get("mosskit.format"))) {
      throw new IndexMismatchException(
          folder + " is a Lucene index, but none of curated records that this version reads");
    }
    int signatures = Integer.parseInt(properties.getOrDefault("signatures", "0"));
    if (signatures != Sketcher.SIGNATURE_VERSION) {
      throw new IndexMismatchException(
          "%s has signatures of version %d, this program makes version %d, and the two cannot be"
                  .formatted(folder, signatures, Sketcher.SIGNATURE_VERSION)
              + " compared: make the index again from the corpora that are in it");
    }
    return new IndexForm(
        properties.getOrDefault("key", ""),
        Double.parseDouble(properties.getOrDefault("threshold", "0")),
        new Banding(
            Integer.parseInt(properties.getOrDefault("bands", "0")),
            Integer.parseInt(properties.getOrDefault("rows", "0"))),
        signatures);
  }
}
