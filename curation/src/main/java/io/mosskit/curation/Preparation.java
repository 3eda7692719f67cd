package io.mosskit.curation;

import io.mosskit.curation.duplicate.Banding;
import io.mosskit.curation.duplicate.Sketcher;
import io.mosskit.curation.filter.Filter;
import io.mosskit.curation.tag.CategoryModel;
import io.mosskit.curation.tag.CategoryTag;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The part of the work that needs no knowledge of other records: measures, category, filters,
/// sketch. Thread-safe; this is what the reading threads do.
final class Preparation implements AutoCloseable {
  private final CurationPlan plan;
  private final Sketcher sketcher;
  private final @Nullable CategoryModel model;

  Preparation(CurationPlan plan) {
    this.plan = plan;
    this.sketcher = new Sketcher(Banding.forThreshold(plan.threshold()));
    this.model = plan.seeds().isEmpty() ? null : new CategoryModel(plan.seeds());
  }

  Prepared prepare(Entry entry) {
    return switch (entry) {
      case Entry.Rejected(var rejection) -> new Prepared.Unreadable(rejection);
      case Entry.Accepted(Conversation conversation, Origin origin) ->
          prepare(conversation, origin);
    };
  }

  private Prepared prepare(Conversation conversation, Origin origin) {
    Measures measures = Measures.of(conversation);
    return new Prepared.Dialogue(
        RecordId.of(conversation),
        conversation,
        origin,
        measures,
        category(conversation),
        Filter.firstBreach(plan.filters(), conversation, measures),
        sketcher.sketch(plan.key().units(conversation)));
  }

  private Optional<CategoryTag> category(Conversation conversation) {
    Optional<Category> declared = Category.of(conversation);
    if (declared.isPresent() || model == null || conversation.turns().isEmpty()) {
      return declared.map(CategoryTag::declared);
    }
    return model
        .predict(conversation.turns().getFirst().human())
        .filter(prediction -> prediction.confidence() >= plan.minConfidence())
        .map(prediction ->
            new CategoryTag(
                prediction.category(), CategoryTag.Origin.MODEL, prediction.confidence()));
  }

  @Override
  public void close() {
    if (model != null) {
      model.close();
    }
  }
}
