package io.mosskit.curation.audit;

import io.mosskit.plugins.grounding.Unsupported;
import io.mosskit.schema.json.Json;

/// Something that the reply of a turn states without support.
///
/// @param turn its number in the dialogue
/// @param afterFailure whether a call of the turn has no answer
public record ReplyAudit(int turn, Unsupported unsupported, boolean afterFailure) {

  /// What kind of thing it is: `number`, `citation`, `quotation`, `source`.
  public String kind() {
    return switch (unsupported) {
      case Unsupported.Numeral _ -> "number";
      case Unsupported.Citation _ -> "citation";
      case Unsupported.Quotation _ -> "quotation";
      case Unsupported.Source _ -> "source";
    };
  }

  /// This finding as it stands in a report.
  public Json.Obj json() {
    return Json.object()
        .put("turn", turn)
        .put("kind", kind())
        .put("text", unsupported.text())
        .put("at", unsupported.at())
        .put("after_failure", afterFailure)
        .build();
  }
}
