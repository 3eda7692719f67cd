package io.mosskit.schema.lineage;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The history of a record, stored in it as `mosskit.lineage`.
///
/// @param seeds ids of the seed prompts at its root
/// @param parents ids of the prompts or records that it was made from
/// @param template name and version of the prompt template that made it, null where none did
/// @param teacher the model that wrote it, null where none did; `rehearsal` for the rule-based one
/// @param requests ids of the teacher requests that made it, in their order
/// @param receipts the plugin executions in it, in their order
/// @param verdicts what the stages decided, in their order
public record Lineage(
    List<String> seeds,
    List<String> parents,
    @Nullable String template,
    @Nullable String teacher,
    List<String> requests,
    List<Receipt> receipts,
    List<Verdict> verdicts) {

  /// The member of `mosskit` that holds it.
  public static final String MEMBER = "lineage";

  /// A record without history.
  public static final Lineage NONE =
      new Lineage(List.of(), List.of(), null, null, List.of(), List.of(), List.of());

  public Lineage {
    seeds = List.copyOf(seeds);
    parents = List.copyOf(parents);
    requests = List.copyOf(requests);
    receipts = List.copyOf(receipts);
    verdicts = List.copyOf(verdicts);
  }

  /// The lineage that a record carries; [#NONE] where it carries none.
  public static Lineage of(Conversation conversation) {
    return conversation.mosskit().get(MEMBER) instanceof Json.Obj object ? of(object) : NONE;
  }

  /// The record with this lineage in it.
  public Conversation writeTo(Conversation conversation) {
    return conversation.withMosskit(MEMBER, json());
  }

  /// The same history with one verdict more.
  public Lineage and(Verdict verdict) {
    List<Verdict> longer = new ArrayList<>(verdicts);
    longer.add(verdict);
    return new Lineage(seeds, parents, template, teacher, requests, receipts, longer);
  }

  /// This lineage as it stands in a record; what is empty is left out.
  public Json.Obj json() {
    return Json.object()
        .put("seeds", strings(seeds))
        .put("parents", strings(parents))
        .put("template", template)
        .put("teacher", teacher)
        .put("requests", strings(requests))
        .put("receipts", objects(receipts, Receipt::json))
        .put("verdicts", objects(verdicts, Verdict::json))
        .build();
  }

  private static @Nullable Json strings(List<String> values) {
    return values.isEmpty() ? null : Json.ofStrings(values);
  }

  private static <T> @Nullable Json objects(List<T> values, Function<T, Json> json) {
    return values.isEmpty() ? null : Json.of(values.stream().map(json).toList());
  }

  /// The lineage whose members stand in this object, as in a record of `prompts.jsonl`; [#NONE]
  /// where there are none.
  public static Lineage of(Json.Obj json) {
    return new Lineage(
        list(json, "seeds", Lineage::text),
        list(json, "parents", Lineage::text),
        json.string("template"),
        json.string("teacher"),
        list(json, "requests", Lineage::text),
        list(json, "receipts", e -> e instanceof Json.Obj object ? Receipt.of(object) : null),
        list(json, "verdicts", e -> e instanceof Json.Obj object ? Verdict.of(object) : null));
  }

  private static @Nullable String text(Json json) {
    return json instanceof Json.Str(String value) ? value : null;
  }

  private static <T> List<T> list(Json.Obj json, String name, Function<Json, @Nullable T> read) {
    if (!(json.get(name) instanceof Json.Arr(List<Json> elements))) {
      return List.of();
    }
    List<T> values = new ArrayList<>();
    for (Json element : elements) {
      T value = read.apply(element);
      if (value != null) {
        values.add(Objects.requireNonNull(value));
      }
    }
    return values;
  }
}
