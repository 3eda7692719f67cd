package io.mosskit.curation.split;

import io.mosskit.schema.json.Json;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// How a corpus was divided.
///
/// @param records in each part
/// @param strata the same by category and language, `code zh`, in the order of their names
/// @param unread records that could not be read; they are in `rejected.jsonl`
/// @param clusters groups of two near twins or more
/// @param clustered records in them
/// @param largest records in the largest
public record SplitSummary(
    Map<Part, Long> records,
    Map<String, Map<Part, Long>> strata,
    long unread,
    long clusters,
    long clustered,
    long largest) {

  public SplitSummary {
    records = Collections.unmodifiableMap(new EnumMap<>(records));
    strata = Collections.unmodifiableMap(new TreeMap<>(strata));
  }

  /// Records in all parts.
  public long all() {
    return records.values().stream().mapToLong(Long::longValue).sum();
  }

  public Json.Obj json() {
    var byStratum = Json.object();
    strata.forEach((name, counts) -> byStratum.put(name, counts(counts)));
    return Json.object()
        .put("records", all())
        .put("unread", unread)
        .put("splits", counts(records))
        .put("strata", byStratum.build())
        .put(
            "clusters",
            Json.object()
                .put("count", clusters)
                .put("records", clustered)
                .put("largest", largest)
                .build())
        .build();
  }

  private static Json.Obj counts(Map<Part, Long> counts) {
    var json = Json.object();
    for (Part part : Part.values()) {
      json.put(part.label(), counts.getOrDefault(part, 0L));
    }
    return json.build();
  }
}
