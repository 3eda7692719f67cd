package io.mosskit.curation;

import io.mosskit.curation.filter.Breach;
import io.mosskit.curation.filter.Profile;
import io.mosskit.curation.tag.Languages;
import io.mosskit.curation.tag.Languages.TurnLanguages;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tags;
import io.mosskit.curation.text.Decimals;
import io.mosskit.curation.text.Measures;
import io.mosskit.curation.text.Measures.TurnMeasures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.labels.LabelOrigin;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Writes what was found into a record: id, tags and verdicts, under `mosskit`.
final class Annotation {
  private static final String KEPT = "kept";

  private Annotation() {}

  /// The dialogue as it stands in the corpus, the verdict that it duplicates nothing included.
  static Conversation kept(Studied dialogue, CurationPlan plan) {
    Json.Obj duplicate = Json.object().put("key", plan.key().label()).build();
    Lineage lineage =
        history(dialogue)
            .and(new Verdict(Stages.FILTER, KEPT, Json.Obj.EMPTY))
            .and(new Verdict(Duplication.STAGE, KEPT, duplicate));
    return annotated(dialogue, lineage);
  }

  static Rejection rejected(Studied dialogue, String stage, Breach breach) {
    Lineage lineage = history(dialogue).and(new Verdict(stage, breach.filter(), breach.values()));
    Json record = MossJson.json(annotated(dialogue, lineage));
    return new Rejection(
        stage, breach.filter(), breach.detail(), breach.values(), dialogue.origin(), record);
  }

  /// The record's history; a category that the model told is part of it.
  private static Lineage history(Studied dialogue) {
    Lineage lineage = Lineage.of(dialogue.conversation());
    Optional<Tag> category = dialogue.category();
    if (category.isEmpty() || category.get().origin() != LabelOrigin.MODEL) {
      return lineage;
    }
    Json.Obj values =
        Json.object().put("confidence", Decimals.rounded(category.get().confidence())).build();
    return lineage.and(new Verdict(Tag.CATEGORY, category.get().value(), values));
  }

  private static Conversation annotated(Studied dialogue, Lineage lineage) {
    Measures measures = dialogue.measures();
    Conversation tagged = Tags.beside(dialogue.conversation(), dialogue.tags());
    Json.Obj mosskit =
        Json.of(members(dialogue.id(), tagged.mosskit()))
            .with("language", Json.of(measures.language().label()))
            .with(Languages.MEMBER, languages(dialogue))
            .with("turns", Json.of(measures.turns().size()))
            .with("characters", characters(measures))
            .with("repetition", repetition(measures))
            .without(Profile.MEMBER)
            .without(Lineage.MEMBER);
    if (!dialogue.flags().isEmpty()) {
      mosskit = mosskit.with(Profile.MEMBER, Profile.json(dialogue.flags()));
    }
    mosskit = mosskit.with(Lineage.MEMBER, lineage.json());
    return tagged.beside(Conversation.MOSSKIT, mosskit);
  }

  /// What stood beside the dialogue, the id first.
  private static Map<String, Json> members(String id, Json.Obj before) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("id", Json.of(id));
    before.members().forEach(members::putIfAbsent);
    return members;
  }

  private static Json languages(Studied dialogue) {
    return Json.of(dialogue.languages().stream().map(TurnLanguages::json).toList());
  }

  private static Json characters(Measures measures) {
    return Json.object()
        .put("user", measures.userCharacters())
        .put("reply", measures.replyCharacters())
        .build();
  }

  private static Json repetition(Measures measures) {
    return Json.object()
        .put("lines", shares(measures.turns(), turn -> turn.repetition().lines()))
        .put("gram", shares(measures.turns(), turn -> turn.repetition().gram()))
        .build();
  }

  private static Json shares(List<TurnMeasures> turns, ToDoubleFunction<TurnMeasures> share) {
    return Json.of(
        turns.stream().map(turn -> Json.of(Decimals.rounded(share.applyAsDouble(turn)))).toList());
  }
}
