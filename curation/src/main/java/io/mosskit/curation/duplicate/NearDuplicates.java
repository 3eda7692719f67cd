package io.mosskit.curation.duplicate;

import io.mosskit.schema.progress.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which records of a batch stay, and for each of the others the one that stays in its place.
///
/// The records are gone through by priority: quality, then length, the higher first, then the order
/// of the input. The first with a text stays or falls for all its copies; it falls if a record that
/// stays is similar to it from the threshold on. So a record is dropped only against one that
/// stays: there are no chains. The answer is exact, not an estimate, and depends on nothing but the
/// records, their order and the threshold.
///
/// A record of whose shingles too many occur nowhere else cannot be similar to any: most records of
/// most corpora are done with that in one pass, and only the rest is compared.
///
/// Memory: 28 bytes a record and some 60 more for one that may have a twin; 8 MiB to 1 GiB of cells
/// in which shingles are counted. Time: linear in the shingles, but for records that share their
/// rarest shingles with many that stay.
public final class NearDuplicates {
  private static final int NO_TWIN = -1;
  private static final int RECORDS_A_STEP = 1 << 14;

  private final Sketches sketches;
  private final double threshold;
  private final Progress progress;
  private final int[] twins;
  private final double[] scores;
  private final BitSet sameText = new BitSet();
  private int kept;

  private NearDuplicates(Sketches sketches, double threshold, Progress progress) {
    this.sketches = sketches;
    this.threshold = threshold;
    this.progress = progress;
    this.twins = new int[sketches.size()];
    this.scores = new double[sketches.size()];
    Arrays.fill(twins, NO_TWIN);
  }

  /// Decides on all records.
  ///
  /// @param threshold the least Jaccard similarity of near-duplicates, above 0 and up to 1
  public static NearDuplicates resolve(Sketches sketches, double threshold) {
    return resolve(sketches, threshold, Progress.NONE);
  }

  /// Decides on all records and tells how far it has come.
  ///
  /// @param threshold the least Jaccard similarity of near-duplicates, above 0 and up to 1
  public static NearDuplicates resolve(Sketches sketches, double threshold, Progress progress) {
    NearDuplicates decisions = new NearDuplicates(sketches, threshold, progress);
    decisions.resolve();
    return decisions;
  }

  /// What decides about the order, of a record that may have a twin.
  private record Suspect(int record, double quality, int length) implements Comparable<Suspect> {

    @Override
    public int compareTo(Suspect other) {
      int order = Double.compare(other.quality, quality);
      order = order != 0 ? order : Integer.compare(other.length, length);
      return order != 0 ? order : Integer.compare(record, other.record);
    }
  }

  private void resolve() {
    List<Suspect> suspects = new ArrayList<>();
    int[] shared = SharedShingles.counts(sketches, this::step);
    for (int record = 0; record < sketches.size(); record++) {
      int size = sketches.shingles(record);
      // the highest similarity that it can have with anything
      if (size > 0 && (double) shared[record] / size >= threshold) {
        suspects.add(new Suspect(record, sketches.quality(record), sketches.length(record)));
      }
    }
    kept = sketches.size() - suspects.size();
    compare(suspects);
  }

  private void compare(List<Suspect> suspects) {
    long shingles = 0;
    for (Suspect suspect : suspects) {
      shingles += sketches.shingles(suspect.record);
    }
    RareShingleIndex index = new RareShingleIndex(sketches, threshold, shingles);
    suspects.forEach(suspect -> index.count(suspect.record));
    suspects.sort(null);
    Buckets texts = new Buckets();
    int compared = 0;
    for (Suspect suspect : suspects) {
      decide(suspect.record, index, texts);
      progress.at(new Progress.Step("compare", ++compared, suspects.size(), "records", Map.of()));
    }
  }

  private void decide(int record, RareShingleIndex index, Buckets texts) {
    int first = sameText(record, texts);
    if (first >= 0 && isKept(first)) {
      drop(record, new Twin(first, 1, true));
    } else if (first >= 0) {
      drop(record, new Twin(twins[first], scores[first], false));
    } else {
      texts.add((int) sketches.fingerprint(record), record);
      index
          .twinOf(record)
          .ifPresentOrElse(
              twin -> drop(record, twin),
              () -> {
                index.keep(record);
                kept++;
              });
    }
  }

  /// The first record with the same text.
  private int sameText(int record, Buckets texts) {
    long fingerprint = sketches.fingerprint(record);
    int list = texts.find((int) fingerprint);
    while (list != Buckets.NIL) {
      int other = texts.record(list);
      if (sketches.fingerprint(other) == fingerprint
          && sketches.shingles(other) == sketches.shingles(record)) {
        return other;
      }
      list = texts.rest(list);
    }
    return NO_TWIN;
  }

  private void drop(int record, Twin twin) {
    twins[record] = twin.record();
    scores[record] = twin.score();
    sameText.set(record, twin.sameText());
  }

  private void step(int record) {
    if (record % RECORDS_A_STEP == 0) {
      progress.at(
          new Progress.Step("count shingles", record, sketches.size(), "records", Map.of()));
    }
  }

  /// How many records there are.
  public int size() {
    return twins.length;
  }

  /// How many stay.
  public int kept() {
    return kept;
  }

  /// Whether a record stays.
  public boolean isKept(int record) {
    return twins[record] == NO_TWIN;
  }

  /// The record that stays in the place of this one; empty if this one stays.
  public Optional<Twin> twinOf(int record) {
    return isKept(record)
        ? Optional.empty()
        : Optional.of(new Twin(twins[record], scores[record], sameText.get(record)));
  }
}
