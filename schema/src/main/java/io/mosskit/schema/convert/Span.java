package io.mosskit.schema.convert;

import io.mosskit.schema.json.Json;
import java.util.List;

/// A stretch of a sequence; empty where the end is not after the start, as MOSS's own program
/// leaves it for short results.
///
/// @param start of its first unit, from 0
/// @param end after its last unit
public record Span(int start, int end) {

  /// Whether it holds nothing.
  public boolean isEmpty() {
    return start >= end;
  }

  /// `[start, end]` for each.
  static Json json(List<Span> spans) {
    return Json.of(
        spans.stream()
            .map(span -> Json.of(List.of(Json.of(span.start), Json.of(span.end))))
            .toList());
  }
}
