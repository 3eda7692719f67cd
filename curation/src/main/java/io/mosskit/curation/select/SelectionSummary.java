package io.mosskit.curation.select;

import io.mosskit.curation.CurationSummary.Change;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a selection came to.
///
/// @param rule the rule in words, a sentence each
/// @param by the name of what ranked the records; empty for the order of the input
/// @param records how many were read
/// @param selected how many are selected
/// @param unread how many could not be read
/// @param reasons how many were rejected for each reason
/// @param categories how many there are of each category before and after
/// @param before how the numbers are spread in the input
/// @param after and in what is selected
public record SelectionSummary(
    List<String> rule,
    String by,
    long records,
    long selected,
    long unread,
    SortedMap<String, Long> reasons,
    SortedMap<String, Change> categories,
    Spread before,
    Spread after) {

  public SelectionSummary {
    rule = List.copyOf(rule);
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
    categories = Collections.unmodifiableSortedMap(new TreeMap<>(categories));
  }

  /// The summary as it stands in `selection.json`.
  public Json.Obj json() {
    ObjBuilder rejected = Json.object();
    reasons.forEach(rejected::put);
    ObjBuilder byCategory = Json.object();
    for (Map.Entry<String, Change> category : categories.entrySet()) {
      byCategory.put(
          category.getKey(),
          Json.object()
              .put("before", category.getValue().before())
              .put("after", category.getValue().after())
              .build());
    }
    return Json.object()
        .put("rule", rule)
        .put("records", records)
        .put("selected", selected)
        .put("rejected", rejected.build())
        .put("categories", byCategory.build())
        .put("by", by)
        .put("before", before.json())
        .put("after", after.json())
        .build();
  }
}
