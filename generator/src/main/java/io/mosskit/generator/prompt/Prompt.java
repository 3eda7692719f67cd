package io.mosskit.generator.prompt;

import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.text.Language;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What opens a dialogue: a seed, or a prompt made from seeds.
///
/// @param id unique in a run
/// @param text what the user says
/// @param category what its dialogue trains
/// @param language [Language#ZH] or [Language#EN]
/// @param kind a finer kind inside the category, as the seed file names it, or null
/// @param risk the harm that a harmless prompt is about, likewise, or null
/// @param licence the seed's licence, or those of all that it was made from as an SPDX expression;
///   null where none is stated
/// @param brief what the request that brought it asked for besides; for a seed, no more than its
///   circumstance
/// @param lineage where it comes from; [Lineage#NONE] for a seed
public record Prompt(
    String id,
    String text,
    Category category,
    Language language,
    @Nullable String kind,
    @Nullable String risk,
    @Nullable String licence,
    Brief brief,
    Lineage lineage) {

  /// A prompt that names no risk and of which nothing in particular was asked.
  public Prompt(
      String id,
      String text,
      Category category,
      Language language,
      @Nullable String kind,
      @Nullable String licence,
      Lineage lineage) {
    this(id, text, category, language, kind, null, licence, Brief.NONE, lineage);
  }

  /// Its place in the taxonomy; empty where its labels name none.
  public Optional<Taxon> taxon() {
    return Taxon.of(category, kind, risk);
  }

  /// What becomes of the plugin calls that it leads to.
  public Circumstance circumstance() {
    return brief.circumstance();
  }

  /// Whether it was given, not made.
  public boolean isSeed() {
    return lineage.equals(Lineage.NONE);
  }

  /// The same prompt with one verdict more in its lineage.
  public Prompt and(Verdict verdict) {
    return new Prompt(
        id, text, category, language, kind, risk, licence, brief, lineage.and(verdict));
  }

  /// The prompt as it stands in `prompts.jsonl`, its lineage beside it.
  public Json.Obj json() {
    var json =
        Json.object()
            .put("id", id)
            .put("user_prompt", text)
            .put("category", category.label())
            .put("language", language.label())
            .put("kind", kind)
            .put("risk", risk)
            .put("licence", licence)
            .put(
                "circumstance",
                circumstance() == Circumstance.ANSWERED ? null : circumstance().label())
            .put("persona", brief.persona() == null ? null : brief.persona().id())
            .put(
                "constraints",
                brief.constraints().isEmpty() ? null : Json.ofStrings(brief.constraints()));
    for (Map.Entry<String, Json> member : lineage.json().members().entrySet()) {
      json.put(member.getKey(), member.getValue());
    }
    return json.build();
  }
}
