package io.mosskit.curation.tag;

import java.time.LocalDate;

/// How a model is to be trained.
///
/// @param facet what its labels are about: [Tag#CATEGORY], or a name of one's own
/// @param text the words it looks at
/// @param date the day to write into it
/// @param folds in how many folds its figures are measured and its confidence is calibrated
/// @param seed decides the folds and the order of training
public record TrainingPlan(String facet, TextChoice text, LocalDate date, int folds, long seed) {

  /// The folds of [#standard].
  public static final int FOLDS = 5;

  /// The seed of [#standard].
  public static final long SEED = 1;

  public TrainingPlan {
    if (facet.isBlank()) {
      throw new IllegalArgumentException("a facet is not blank");
    }
    if (folds < 2) {
      throw new IllegalArgumentException("two folds or more, not " + folds);
    }
  }

  /// Categories by the first user turn.
  public static TrainingPlan standard(LocalDate date) {
    return new TrainingPlan(Tag.CATEGORY, TextChoice.FIRST_USER_TURN, date, FOLDS, SEED);
  }
}
