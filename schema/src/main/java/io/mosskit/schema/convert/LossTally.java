package io.mosskit.schema.convert;

import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts what the records of one run lost. Not thread-safe.
public final class LossTally {

  /// How often something was lost.
  ///
  /// @param records records that lost it at least once
  /// @param places turns that lost it, or records where it is no matter of turns
  public record Count(long records, long places) {

    private Count plus(long moreRecords, long morePlaces) {
      return new Count(records + moreRecords, places + morePlaces);
    }
  }

  private final Map<Loss, Count> counts = new EnumMap<>(Loss.class);
  private long records;

  /// Counts one record.
  public void add(List<Lost> lost) {
    records++;
    Set<Loss> seen = EnumSet.noneOf(Loss.class);
    for (Lost one : lost) {
      Count before = counts.getOrDefault(one.loss(), new Count(0, 0));
      counts.put(one.loss(), before.plus(seen.add(one.loss()) ? 1 : 0, 1));
    }
  }

  /// How many records were counted, those that lost nothing among them.
  public long records() {
    return records;
  }

  /// The counts of what was lost at all, in the order of [Loss].
  public Map<Loss, Count> counts() {
    return Collections.unmodifiableMap(new EnumMap<>(counts));
  }

  /// The counts as a record of statistics: `{"id_type": {"records": 5, "places": 5}, …}`.
  public Json.Obj json() {
    ObjBuilder json = Json.object();
    counts.forEach((loss, count) ->
        json.put(
            loss.label(),
            Json.object().put("records", count.records).put("places", count.places).build()));
    return json.build();
  }
}
