package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.template.Wording;
import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a dialogue ends: as a record, or as a rejection with everything in it.
///
/// @param script what was settled before
/// @param history what was said
/// @param tries every question asked for it, in their order
/// @param budget how many tokens it may be
record Ending(Script script, History history, List<Try> tries, TokenBudget budget) {

  private static final String STAGE = "dialogue";

  /// The dialogue as a MOSS-003 record.
  DialogueRow written() {
    List<Turn> turns = history.turns();
    Conversation conversation =
        Conversation.of(script.id(), MetaInstruction.plain(), turns)
            .withCategory(script.publishedCategory())
            .withMosskit("id", Json.of(script.id()))
            .withMosskit("language", Json.of(script.opening().language().label()));
    Lineage lineage = lineage().and(checked()).and(measured(turns));
    return row(Outcome.WRITTEN, "", MossJson.json(lineage.writeTo(withLanguages(conversation))));
  }

  private Verdict checked() {
    long refused = tries.stream().filter(each -> !each.fault().isEmpty()).count();
    return new Verdict(
        "turn-checks", "kept", Json.object().put("answers_refused", refused).build());
  }

  private Verdict measured(List<Turn> turns) {
    Json.Obj values =
        Json.object()
            .put("turns_wanted", script.turns())
            .put("turns", turns.size())
            .put("tokens", budget.of(turns))
            .put("max_tokens", budget.maxTokens())
            .put("counted_by", budget.count().name())
            .build();
    boolean whole = turns.size() == script.turns();
    return new Verdict("token-budget", whole ? "as_wanted" : "ended_early", values);
  }

  /// The record with the languages that are spoken in it, where there are several.
  private Conversation withLanguages(Conversation conversation) {
    List<String> languages =
        Stream.concat(
                Stream.of(script.opening().language()),
                script.cues().stream().map(Script.Cue::language))
            .limit(conversation.turns().size())
            .map(Language::label)
            .distinct()
            .toList();
    return languages.size() == 1
        ? conversation
        : conversation.withMosskit("languages", Json.ofStrings(languages));
  }

  /// The dialogue that could not be held.
  ///
  /// @param outcome whether for good or for now
  /// @param turn the number of the turn that failed
  DialogueRow rejected(Outcome outcome, String reason, String detail, int turn) {
    Json.Obj record =
        Json.object()
            .put("id", script.id())
            .put("category", script.publishedCategory())
            .put("language", script.opening().language().label())
            .put("prompt", script.opening().json())
            .put("said", history.json())
            .put("tries", Json.of(tries.stream().map(Try::json).toList()))
            .put("lineage", lineage().json())
            .build();
    Json.Obj values = Json.object().put("turn", turn).put("turns_wanted", script.turns()).build();
    Rejection rejection = new Rejection(STAGE, reason, detail, values, null, record);
    return row(outcome, reason, rejection.json());
  }

  private DialogueRow row(Outcome outcome, String reason, Json record) {
    return new DialogueRow(script.id(), script.family(), outcome, reason, record);
  }

  private Lineage lineage() {
    List<String> seeds =
        script.opening().isSeed()
            ? List.of(script.opening().id())
            : script.opening().lineage().seeds();
    return new Lineage(
        seeds,
        List.of(script.opening().id()),
        script.turns() > 1 ? Wording.userTurnVersion() : null,
        models(),
        tries.stream().map(Try::request).toList(),
        List.of(),
        List.of());
  }

  /// The models that answered, as they name themselves; mostly one.
  private @Nullable String models() {
    List<String> names =
        tries.stream().map(Try::model).filter(name -> !name.isEmpty()).distinct().toList();
    return names.isEmpty() ? null : String.join(", ", names);
  }
}
