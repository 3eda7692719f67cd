package io.mosskit.curation.explain;

import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.explain.Explanation.Against;
import io.mosskit.curation.explain.Explanation.AtThreshold;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// What other thresholds would do to a record: among those that resemble it, the deciding goes
/// again from the first to the last, the kept ones before the dropped ones as in the run itself.
/// Others, which resemble those alone, are left out of it.
final class Thresholds {
  /// The least similarity, and the lowest threshold that is asked about.
  static final double LEAST = 0.5;

  private static final int STEPS = 10;
  private static final double STEP = 0.05;

  /// So many of the most similar are looked at: a cluster may have swallowed a corpus.
  private static final int MOST = 500;

  private record Alike(CuratedRecord record, Shingles shingles, double score, int place) {}

  private final CuratedRecord record;
  private final Shingles shingles;
  private final List<Alike> alike = new ArrayList<>();
  private int noted;

  Thresholds(CuratedRecord record, Shingles shingles) {
    this.record = record;
    this.shingles = shingles;
  }

  /// Notes a record that was compared, in the order of the files, the kept ones first. Only what
  /// stands before the record can be what it is dropped for.
  void add(CuratedRecord other, Shingles others) {
    double score = shingles.jaccard(others);
    if (score >= LEAST && isBefore(other)) {
      alike.add(new Alike(other, others, score, noted++));
      if (alike.size() > 2 * MOST) {
        leaveMost();
      }
    }
  }

  private boolean isBefore(CuratedRecord other) {
    if (other.kept() != record.kept()) {
      return other.kept();
    }
    boolean sameFile = other.origin().file().equals(record.origin().file());
    return !sameFile || other.origin().line() < record.origin().line();
  }

  private void leaveMost() {
    alike.sort(Comparator.comparingDouble(Alike::score).reversed());
    alike.subList(MOST, alike.size()).clear();
  }

  /// What each threshold does, and what that of the run did.
  List<AtThreshold> decisions(double ofTheRun) {
    TreeSet<Double> asked = new TreeSet<>();
    for (int step = 0; step < STEPS; step++) {
      asked.add(Math.round(100 * (LEAST + step * STEP)) / 100.0);
    }
    asked.add(ofTheRun);
    leave();
    List<AtThreshold> decisions = new ArrayList<>();
    for (double threshold : asked) {
      boolean decided = threshold == ofTheRun;
      decisions.add(
          new AtThreshold(threshold, decided ? asDecided() : against(threshold), decided));
    }
    return decisions;
  }

  /// Those before the record, in their order.
  private void leave() {
    if (alike.size() > MOST) {
      leaveMost();
    }
    alike.sort(Comparator.comparingInt(Alike::place));
  }

  private Optional<Against> asDecided() {
    return record.twin().map(twin -> new Against(twin, record.score()));
  }

  private Optional<Against> against(double threshold) {
    List<Alike> keptHere = new ArrayList<>();
    for (Alike other : alike) {
      if (keptHere.stream()
          .noneMatch(one -> one.shingles().jaccard(other.shingles()) >= threshold)) {
        keptHere.add(other);
      }
    }
    return keptHere.stream()
        .filter(other -> other.score() >= threshold)
        .max(
            Comparator.comparingDouble(Alike::score)
                .thenComparing(Alike::place, Comparator.reverseOrder()))
        .map(other -> new Against(other.record().id(), other.score()));
  }
}
