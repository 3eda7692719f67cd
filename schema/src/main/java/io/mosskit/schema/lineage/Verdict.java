package io.mosskit.schema.lineage;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// What one stage decided about a record, with the value that decided it.
///
/// @param stage the stage's name: `novelty`, `near-duplicate`, `language` …
/// @param decision what it decided: `kept`, a tag, a reason
/// @param values the numbers and names behind it
public record Verdict(String stage, String decision, Json.Obj values) {

  /// This verdict as it stands in a record.
  public Json.Obj json() {
    return Json.object()
        .put("stage", stage)
        .put("decision", decision)
        .put("values", values.members().isEmpty() ? null : values)
        .build();
  }

  /// The verdict that [#json] wrote, or null where the object is none.
  static @Nullable Verdict of(Json.Obj json) {
    String stage = json.string("stage");
    String decision = json.string("decision");
    if (stage == null || decision == null) {
      return null;
    }
    Json.Obj values = json.get("values") instanceof Json.Obj object ? object : Json.Obj.EMPTY;
    return new Verdict(stage, decision, values);
  }
}
