package io.mosskit.curation.filter;

import io.mosskit.schema.json.Json;

/// That a dialogue does not pass a filter.
///
/// @param filter the filter's name, the reason in `rejected.jsonl`
/// @param detail one sentence for people
/// @param values the values that decided it, and the limits they passed
public record Breach(String filter, String detail, Json.Obj values) {}
