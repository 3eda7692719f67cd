package io.mosskit.plugins.audit;

import io.mosskit.schema.json.Json;

/// One thing in a dialogue that does not stand.
///
/// @param turn the number of its turn, 0 where the record as a whole is meant
/// @param kind what kind of thing it is, such as `command_grammar`, `different` or `number`
/// @param text the words in question; may be empty
/// @param detail a sentence for whoever has to mend it, a teacher among them
public record AuditFinding(Stage stage, int turn, String kind, String text, String detail) {

  /// This finding as it stands in a report.
  public Json.Obj json() {
    return Json.object()
        .put("stage", stage.label())
        .put("turn", turn)
        .put("kind", kind)
        .put("text", text)
        .put("detail", detail)
        .build();
  }
}
