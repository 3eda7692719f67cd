package io.mosskit.curation.contamination;

import java.util.List;

/// One item of an evaluation set.
///
/// @param id names it in reports
/// @param texts the question first, then what belongs to it: options, a passage, a solution;
///   windows never reach from one into the next
public record EvaluationItem(String id, List<String> texts) {

  public EvaluationItem {
    if (texts.isEmpty()) {
      throw new IllegalArgumentException("the item " + id + " has no text");
    }
    texts = List.copyOf(texts);
  }
}
