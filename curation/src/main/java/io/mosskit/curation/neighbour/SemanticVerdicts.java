package io.mosskit.curation.neighbour;

import java.util.Arrays;

/// What became of each record, by its number in the order of the input.
public final class SemanticVerdicts {
  static final int KEPT = -1;

  private final int[] twins;
  private final float[] scores;

  SemanticVerdicts(int[] twins, float[] scores) {
    this.twins = twins;
    this.scores = scores;
  }

  /// How many records were judged.
  public int size() {
    return twins.length;
  }

  public boolean isKept(int record) {
    return twins[record] == KEPT;
  }

  /// The kept record that a dropped one is too near to.
  ///
  /// @throws IllegalArgumentException for a kept record
  public int twin(int record) {
    if (isKept(record)) {
      throw new IllegalArgumentException("record " + record + " is kept");
    }
    return twins[record];
  }

  /// The cosine of a dropped record and its twin; 0 for a kept one.
  public double score(int record) {
    return scores[record];
  }

  /// How many records are dropped.
  public int dropped() {
    return (int) Arrays.stream(twins).filter(twin -> twin != KEPT).count();
  }
}
