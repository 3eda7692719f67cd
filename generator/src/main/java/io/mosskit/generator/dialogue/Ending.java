package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Outcome.Try;
import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.store.DialogueRow;
import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.store.Verification;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.generator.template.PluginWording;
import io.mosskit.generator.template.Wording;
import io.mosskit.generator.tokens.TokenBudget;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How a dialogue ends: as a record, or as a rejection with everything in it.
///
/// @param script what was settled before
/// @param history what was said
/// @param tries every question asked for it, in their order
/// @param budget how many tokens it may be
/// @param verifying what the verification found, in a dialogue about plugins
record Ending(
    Script script,
    History history,
    List<Try> tries,
    TokenBudget budget,
    Verifying verifying,
    Optional<Opinion> opinion) {

  private static final String STAGE = "dialogue";

  /// What came of asking a judge.
  ///
  /// @param verdict what it means for the dialogue
  /// @param scores as they stand in the record; null where there are none
  /// @param tries the questions that were asked
  record Opinion(Verdict verdict, Json.@Nullable Obj scores, List<Try> tries) {}

  /// The same end with what a judge thinks of it.
  Ending with(Opinion judged) {
    return new Ending(script, history, tries, budget, verifying, Optional.of(judged));
  }

  /// The dialogue as a MOSS-003 record.
  DialogueRow written() {
    return row(Outcome.WRITTEN, "", MossJson.json(conversation()));
  }

  /// The same before it is printed.
  Conversation conversation() {
    List<Turn> turns = history.turns();
    Conversation conversation = Conversation.of(script.id(), script.meta(), turns);
    String category = script.publishedCategory();
    if (category != null) {
      conversation = conversation.withCategory(category);
    }
    conversation =
        conversation
            .withMosskit("id", Json.of(script.id()))
            .withMosskit("language", Json.of(script.opening().language().label()));
    if (script.tools() != null) {
      conversation = withPlugins(conversation);
    }
    String licence = script.opening().licence();
    if (licence != null) {
      conversation = conversation.withMosskit("licence", Json.of(licence));
    }
    Lineage lineage = lineage().and(checked()).and(measured(turns));
    conversation = withLanguages(conversation);
    if (script.opening().kind() != null) {
      conversation = conversation.withMosskit("taxonomy", taxonomy());
    }
    if (opinion.isPresent()) {
      lineage = lineage.and(opinion.get().verdict());
      Json.Obj scores = opinion.get().scores();
      conversation = scores == null ? conversation : conversation.withMosskit("scores", scores);
    }
    return lineage.writeTo(conversation);
  }

  /// The record with what its one published category, `tool`, leaves out.
  private Conversation withPlugins(Conversation conversation) {
    List<String> fates = new ArrayList<>();
    history
        .acts()
        .forEach(act -> fates.add(Fate.of(act, script.wantsPlugin(fates.size() + 1)).label()));
    Json.Obj plugins =
        Json.object()
            .put("category", script.opening().category().label())
            .put("circumstance", circumstance(fates).label())
            .put("outcomes", Json.ofStrings(fates))
            .build();
    return conversation.withMosskit(Category.PLUGINS_MEMBER, plugins);
  }

  /// What became of the opening: one that was to have no answer and has one is like any other.
  private Circumstance circumstance(List<String> fates) {
    Circumstance wanted = script.opening().circumstance();
    boolean answered = fates.getFirst().equals(Fate.ANSWERED.label());
    return wanted == Circumstance.FAILS && answered ? Circumstance.ANSWERED : wanted;
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
            .put("tokens", budget.of(script.meta(), turns))
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
    Json.Obj values = Json.object().put("turn", turn).put("turns_wanted", script.turns()).build();
    return rejected(outcome, reason, detail, values);
  }

  /// The dialogue that is given up as a whole.
  ///
  /// @param values what decided that
  DialogueRow rejected(Outcome outcome, String reason, String detail, Json.Obj values) {
    Json.Obj record =
        Json.object()
            .put("id", script.id())
            .put("category", script.publishedCategory())
            .put("language", script.opening().language().label())
            .put("prompt", script.opening().json())
            .put("taxonomy", script.opening().kind() == null ? null : taxonomy())
            .put("said", history.json())
            .put("tries", Json.of(asked().map(Try::json).toList()))
            .put("lineage", lineage().json())
            .build();
    Rejection rejection = new Rejection(STAGE, reason, detail, values, null, record);
    return row(outcome, reason, rejection.json());
  }

  /// Where the dialogue stands in the taxonomy, and what its replies ought to do.
  private Json.Obj taxonomy() {
    Grade grade = script.grade();
    return Json.object()
        .put("kind", script.opening().kind())
        .put("risk", script.opening().risk())
        .put("grade", grade == null ? null : grade.label())
        .build();
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
        templates(),
        models(),
        asked().map(Try::request).toList(),
        history.receipts(),
        verifying.soFar().isEmpty() ? List.of() : List.of(verified()));
  }

  private Verdict verified() {
    return new Verdict(Verification.STAGE, "counted", verifying.soFar().json());
  }

  /// Every question, the judge's behind the others.
  private Stream<Try> asked() {
    return Stream.concat(tries.stream(), opinion.stream().flatMap(each -> each.tries().stream()));
  }

  /// The templates of what was asked; null where nothing but replies was.
  private @Nullable String templates() {
    List<String> names = new ArrayList<>();
    if (script.turns() > 1) {
      names.add(Wording.userTurnVersion());
    }
    if (script.tools() != null) {
      names.add(PluginWording.versions());
    }
    if (script.opening().taxon().isPresent()) {
      names.add(Wording.taxonomyVersion());
    }
    return names.isEmpty() ? null : String.join(", ", names);
  }

  /// The models that answered, as they name themselves; mostly one.
  private @Nullable String models() {
    List<String> names =
        tries.stream().map(Try::model).filter(name -> !name.isEmpty()).distinct().toList();
    return names.isEmpty() ? null : String.join(", ", names);
  }
}
