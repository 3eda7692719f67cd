package io.mosskit.plugins.audit;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// One call of a turn, and what became of it.
///
/// @param turn its number in the dialogue
/// @param plugin the name that is called; empty where the commands cannot be parsed
/// @param argument what stands between the quotes; where the commands cannot be parsed, all of them
/// @param recorded the answer in the record, null where there is none
/// @param found the answer that the plugin gives here, or why it gives none; null where it was not
///   asked
/// @param receipt how the receipt in the record's lineage compares
public record CallAudit(
    int turn,
    String plugin,
    String argument,
    @Nullable String recorded,
    @Nullable String found,
    Verdict verdict,
    ReceiptVerdict receipt) {

  /// This call as it stands in a report.
  public Json.Obj json() {
    return Json.object()
        .put("turn", turn)
        .put("plugin", plugin)
        .put("argument", argument)
        .put("recorded", recorded)
        .put("found", found)
        .put("verdict", verdict.label())
        .put("receipt", receipt == ReceiptVerdict.NONE ? null : receipt.label())
        .build();
  }
}
