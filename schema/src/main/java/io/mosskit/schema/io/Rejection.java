package io.mosskit.schema.io;

import io.mosskit.schema.json.Json;
import org.jspecify.annotations.Nullable;

/// A record that a stage does not pass on, with everything needed to see why and to get it back.
/// One line of `rejected.jsonl`.
///
/// @param stage who rejected it: `read`, `generate`, `near-duplicate` …
/// @param reason a name in snake case that stays the same between versions: `missing_field`
/// @param detail one sentence for people: what was found, what was expected, what to do
/// @param values the values that decided it
/// @param origin where the record stands, null where it never stood in a file
/// @param record the record itself; what could not be read as JSON stands as `{"text": …}` or
///   `{"base64": …}`, and what was too long as `{"bytes": n, "head": …}`
public record Rejection(
    String stage,
    String reason,
    String detail,
    Json.Obj values,
    @Nullable Origin origin,
    Json record) {

  /// This rejection as it stands in `rejected.jsonl`.
  public Json.Obj json() {
    return Json.object()
        .put("stage", stage)
        .put("reason", reason)
        .put("detail", detail)
        .put("values", values.members().isEmpty() ? null : values)
        .put("origin", origin == null ? null : origin.json())
        .put("record", record)
        .build();
  }

  /// `file:line: reason: detail`, for a terminal.
  @Override
  public String toString() {
    return (origin == null ? "" : origin + ": ") + reason + ": " + detail;
  }
}
