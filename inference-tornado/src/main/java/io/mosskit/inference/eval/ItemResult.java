package io.mosskit.inference.eval;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a model made of an item.
///
/// @param metrics values by name, in their order
/// @param detail what they were made from
public record ItemResult(String task, String item, Map<String, Double> metrics, Json.Obj detail) {

  public ItemResult {
    metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
  }

  /// As a line of `items.jsonl`.
  public Json.Obj json() {
    ObjBuilder values = Json.object();
    metrics.forEach(values::put);
    return Json.object()
        .put("task", task)
        .put("item", item)
        .put("metrics", values.build())
        .put("detail", detail)
        .build();
  }

  /// What a line of `items.jsonl` says, null where it is none.
  static @Nullable ItemResult of(Json.Obj line) {
    String task = line.string("task");
    String item = line.string("item");
    if (task == null || item == null || !(line.get("metrics") instanceof Json.Obj values)) {
      return null;
    }
    Map<String, Double> metrics = new LinkedHashMap<>();
    values
        .members()
        .forEach((name, value) -> {
          if (value instanceof Json.Num number) {
            metrics.put(name, number.doubleValue());
          }
        });
    return new ItemResult(
        task,
        item,
        metrics,
        line.get("detail") instanceof Json.Obj detail ? detail : Json.Obj.EMPTY);
  }
}
