package io.mosskit.curation;

import io.mosskit.curation.tag.CategoryTag;
import io.mosskit.curation.text.Decimals;
import io.mosskit.curation.text.Measures;
import io.mosskit.curation.text.Measures.TurnMeasures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.lineage.Lineage;
import io.mosskit.schema.lineage.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Writes what was found into a record: id, tags and verdicts, under `mosskit`.
final class Annotation {
  private static final String CATEGORY = "category";
  private static final String KEPT = "kept";

  private Annotation() {}

  static Judgement kept(Prepared.Dialogue dialogue, CurationPlan plan) {
    Json.Obj duplicate =
        Json.object().put("key", plan.key().label()).put("threshold", plan.threshold()).build();
    Lineage lineage =
        history(dialogue)
            .and(new Verdict(Curator.FILTER, KEPT, Json.Obj.EMPTY))
            .and(new Verdict(Curator.DUPLICATE, KEPT, duplicate));
    return new Judgement.Kept(annotated(dialogue, lineage));
  }

  static Judgement rejected(
      Prepared.Dialogue dialogue, String stage, String reason, String detail, Json.Obj values) {
    Lineage lineage = history(dialogue).and(new Verdict(stage, reason, values));
    Json record = MossJson.json(annotated(dialogue, lineage));
    return new Judgement.Rejected(
        new Rejection(stage, reason, detail, values, dialogue.origin(), record));
  }

  /// The record's history; where the category was told by the model, that is part of it.
  private static Lineage history(Prepared.Dialogue dialogue) {
    Lineage lineage = Lineage.of(dialogue.conversation());
    Optional<CategoryTag> tag = dialogue.category();
    if (tag.isEmpty() || tag.get().origin() == CategoryTag.Origin.DECLARED) {
      return lineage;
    }
    Json.Obj values =
        Json.object().put("confidence", Decimals.rounded(tag.get().confidence())).build();
    return lineage.and(new Verdict(CATEGORY, tag.get().category().label(), values));
  }

  private static Conversation annotated(Prepared.Dialogue dialogue, Lineage lineage) {
    Measures measures = dialogue.measures();
    Json.Obj mosskit =
        dialogue.conversation().mosskit().with("id", Json.of(dialogue.id())).without(CATEGORY);
    if (dialogue.category().isPresent()) {
      mosskit = mosskit.with(CATEGORY, dialogue.category().get().json());
    }
    mosskit =
        mosskit
            .with("language", Json.of(measures.language().label()))
            .with("turns", Json.of(measures.turns().size()))
            .with("characters", characters(measures))
            .with("repetition", repetition(measures))
            .without(Lineage.MEMBER)
            .with(Lineage.MEMBER, lineage.json());
    return dialogue.conversation().beside(Conversation.MOSSKIT, mosskit);
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
