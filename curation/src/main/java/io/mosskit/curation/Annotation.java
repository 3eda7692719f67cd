package io.mosskit.curation;

import io.mosskit.curation.filter.Breach;
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

  /// The dialogue as it stands in the corpus, the verdict that it duplicates nothing included.
  static Conversation kept(Studied dialogue, CurationPlan plan) {
    Json.Obj duplicate =
        Json.object().put("key", plan.key().label()).put("threshold", plan.threshold()).build();
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

  /// The record's history; where the category was told by the model, that is part of it.
  private static Lineage history(Studied dialogue) {
    Lineage lineage = Lineage.of(dialogue.conversation());
    Optional<CategoryTag> tag = dialogue.category();
    if (tag.isEmpty() || tag.get().origin() == CategoryTag.Origin.DECLARED) {
      return lineage;
    }
    Json.Obj values =
        Json.object().put("confidence", Decimals.rounded(tag.get().confidence())).build();
    return lineage.and(new Verdict(CATEGORY, tag.get().category().label(), values));
  }

  private static Conversation annotated(Studied dialogue, Lineage lineage) {
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
