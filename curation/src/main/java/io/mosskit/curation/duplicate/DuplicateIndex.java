package io.mosskit.curation.duplicate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The kept records, and of which of them another is a duplicate. Candidates come from the bands of
/// MinHash signatures; the verdict is the exact Jaccard similarity of the shingles. Since only kept
/// records are in here, a record is never dropped for resembling one that was dropped itself.
///
/// Memory for a kept record of n shingles: 8 n bytes for them, about 260 for 16 bands, 80 for the
/// rest. Not thread-safe.
///
/// Sources: Broder 1997 (MinHash); Leskovec, Rajaraman, Ullman, *Mining of Massive Datasets*, ch.
/// 3.
public final class DuplicateIndex {
  private final double threshold;
  private final Buckets texts = new Buckets();
  private final Buckets[] bands;
  private final List<Shingles> kept = new ArrayList<>();

  /// For each kept record the number of the last question that met it, so that one that agrees in
  /// several bands is compared once.
  private int[] lastMet = new int[16];

  private int questions;

  /// An empty index.
  ///
  /// @param threshold the least Jaccard similarity of near-duplicates, above 0 and up to 1
  /// @param banding that of the [Sketcher] which makes the sketches
  public DuplicateIndex(double threshold, Banding banding) {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
    this.threshold = threshold;
    this.bands = new Buckets[banding.bands()];
    Arrays.setAll(bands, _ -> new Buckets());
  }

  /// The kept record with the same text, else the most similar one at or above the threshold, and
  /// of several such the one that was kept first. Empty for a text without units: two texts are not
  /// alike because both say nothing.
  public Optional<Twin> twinOf(Sketch sketch) {
    Shingles shingles = sketch.shingles();
    if (shingles.isEmpty()) {
      return Optional.empty();
    }
    int same = sameText(shingles);
    return same >= 0 ? Optional.of(new Twin(same, 1, true)) : mostSimilar(sketch);
  }

  private int sameText(Shingles shingles) {
    int list = texts.find(textKey(shingles));
    while (list != Buckets.NIL && !kept.get(texts.record(list)).sameText(shingles)) {
      list = texts.rest(list);
    }
    return list == Buckets.NIL ? -1 : texts.record(list);
  }

  private Optional<Twin> mostSimilar(Sketch sketch) {
    questions++;
    int best = -1;
    double bestScore = threshold;
    for (int band = 0; band < bands.length; band++) {
      Buckets buckets = bands[band];
      int list = buckets.find(sketch.bandKey(band));
      for (; list != Buckets.NIL; list = buckets.rest(list)) {
        int record = buckets.record(list);
        if (lastMet[record] == questions) {
          continue;
        }
        lastMet[record] = questions;
        double score = score(sketch.shingles(), kept.get(record));
        if (score > bestScore || (score == bestScore && (best < 0 || record < best))) {
          best = record;
          bestScore = score;
        }
      }
    }
    return best < 0 ? Optional.empty() : Optional.of(new Twin(best, bestScore, false));
  }

  /// The similarity, or 0 where the sizes alone keep it below the threshold.
  private double score(Shingles left, Shingles right) {
    int smaller = Math.min(left.size(), right.size());
    int larger = Math.max(left.size(), right.size());
    return (double) smaller / larger < threshold ? 0 : left.jaccard(right);
  }

  /// Adds a record to the kept ones.
  ///
  /// @return its number, from 0 in the order of the calls
  public int keep(Sketch sketch) {
    int record = kept.size();
    Shingles shingles = sketch.shingles();
    kept.add(shingles);
    if (record == lastMet.length) {
      lastMet = Arrays.copyOf(lastMet, record + (record >> 1));
    }
    if (!shingles.isEmpty()) {
      texts.add(textKey(shingles), record);
      for (int band = 0; band < bands.length; band++) {
        bands[band].add(sketch.bandKey(band), record);
      }
    }
    return record;
  }

  /// How many records are kept.
  public int size() {
    return kept.size();
  }

  private static int textKey(Shingles shingles) {
    return (int) shingles.fingerprint();
  }
}
