package io.mosskit.curation.contamination;

import java.util.Locale;

/// What becomes of a dialogue that holds a stretch of an evaluation item.
public enum Policy {
  /// It is rejected.
  DROP,
  /// It stays, [EvaluationSets#PLACEHOLDER] in the place of each stretch. Where one lies in a
  /// plugin call or its result, the dialogue is rejected: a masked call was never made.
  MASK,
  /// It stays as it is, and says under `mosskit.contamination` what it holds.
  TAG;

  /// The name on the command line and in reports: `drop`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
