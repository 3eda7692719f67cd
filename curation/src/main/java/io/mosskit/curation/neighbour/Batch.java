package io.mosskit.curation.neighbour;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.JsonException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Records that joined an index together.
///
/// @param name tells it from others
/// @param records how many
public record Batch(String name, int records) {
  private static final String BATCHES = "batches";

  static Map<String, String> properties(IndexForm form, List<Batch> batches) {
    Map<String, String> properties = new LinkedHashMap<>(form.properties());
    List<Json> list = new ArrayList<>();
    for (Batch batch : batches) {
      list.add(Json.object().put("name", batch.name).put("records", batch.records).build());
    }
    properties.put(BATCHES, Json.of(list).text());
    return properties;
  }

  static List<Batch> of(Path folder, Map<String, String> properties) throws IndexMismatchException {
    List<Batch> batches = new ArrayList<>();
    try {
      if (Json.parse(properties.getOrDefault(BATCHES, "[]")) instanceof Json.Arr(var elements)) {
        for (Json element : elements) {
          if (element instanceof Json.Obj batch
              && batch.get("name") instanceof Json.Str(String name)
              && batch.get("records") instanceof Json.Num records) {
            batches.add(new Batch(name, records.decimal().intValueExact()));
          }
        }
      }
    } catch (JsonException e) {
      throw new IndexMismatchException(folder + " does not say what is in it: " + e.getMessage());
    }
    return List.copyOf(batches);
  }
}
