package io.mosskit.generator.novelty;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// What the gate decided about a prompt.
///
/// @param isNew whether no earlier prompt is too near
/// @param nearest the id of the earlier prompt with the greatest score, the earliest of several;
///   null where none shares a unit with it, or none reaches the gate's floor
/// @param score its ROUGE-L F1, in [0, 1]; 0 where there is none
public record Novelty(boolean isNew, @Nullable String nearest, double score) {

  /// The values behind the decision, for a verdict or a rejection.
  public Json.Obj json() {
    return Json.object().put("nearest", nearest).put("rouge_l", score).build();
  }
}
