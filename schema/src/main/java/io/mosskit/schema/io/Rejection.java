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

  /// The rejection that [#json] wrote.
  ///
  /// @throws IllegalArgumentException if the object is none, naming the member that it lacks
  public static Rejection of(Json.Obj json) {
    return new Rejection(
        required(json.string("stage"), "stage"),
        required(json.string("reason"), "reason"),
        required(json.string("detail"), "detail"),
        json.get("values") instanceof Json.Obj values ? values : Json.Obj.EMPTY,
        json.get("origin") instanceof Json.Obj origin ? Origin.of(origin) : null,
        required(json.get("record"), "record"));
  }

  private static <T> T required(@Nullable T value, String name) {
    if (value == null) {
      throw new IllegalArgumentException("no rejection: it has no " + name);
    }
    return value;
  }

  /// `file:line: reason: detail`, for a terminal.
  @Override
  public String toString() {
    return (origin == null ? "" : origin + ": ") + reason + ": " + detail;
  }
}
