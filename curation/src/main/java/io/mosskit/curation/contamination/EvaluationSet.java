package io.mosskit.curation.contamination;

import java.util.List;

/// An evaluation set.
///
/// @param name names it in reports
public record EvaluationSet(String name, List<EvaluationItem> items) {

  public EvaluationSet {
    if (name.isBlank()) {
      throw new IllegalArgumentException("an evaluation set has a name");
    }
    items = List.copyOf(items);
  }
}
