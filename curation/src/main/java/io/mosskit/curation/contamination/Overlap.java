package io.mosskit.curation.contamination;

import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;

/// A stretch of a dialogue that is also in an item of an evaluation set, as long as it can be.
///
/// @param set the name of the evaluation set
/// @param item the id of the item
/// @param turn the number of the turn
/// @param field the field of the turn
/// @param units its length in units
/// @param start where it begins in the field's body, in UTF-16 code units
/// @param end where it ends there
/// @param text what stands there
/// @param share of the item's units, those that the whole dialogue holds, from 0 to 1
public record Overlap(
    String set,
    String item,
    int turn,
    Field field,
    int units,
    int start,
    int end,
    String text,
    double share) {

  /// This stretch without its text, as it stands in a record and in a rejection.
  public Json.Obj json() {
    return Json.object()
        .put("set", set)
        .put("item", item)
        .put("turn", turn)
        .put("field", field.key())
        .put("units", units)
        .put("start", start)
        .put("end", end)
        .put("share", Decimals.rounded(share))
        .build();
  }
}
