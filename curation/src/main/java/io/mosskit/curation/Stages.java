package io.mosskit.curation;

import io.mosskit.curation.duplicate.Banding;
import io.mosskit.curation.duplicate.Sketcher;
import io.mosskit.curation.filter.Breach;
import io.mosskit.curation.filter.Filter;
import io.mosskit.curation.tag.CategoryModel;
import io.mosskit.curation.tag.CategoryTag;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages that look at one record alone: measures, filters, tags, and the sketch by which it is
/// held against others. Thread-safe; this is what the reading threads of a [Curation] do.
public final class Stages implements AutoCloseable {
  static final String FILTER = "filter";

  private final CurationPlan plan;
  private final Sketcher sketcher;
  private final @Nullable CategoryModel model;

  private Stages(CurationPlan plan) {
    this.plan = plan;
    this.sketcher = new Sketcher(Banding.forThreshold(plan.threshold()));
    this.model = plan.seeds().isEmpty() ? null : new CategoryModel(plan.seeds());
  }

  /// The stages of this plan. Close them after use.
  public static Stages of(CurationPlan plan) {
    return new Stages(plan);
  }

  /// What the stages make of an entry. What could not be read is rejected as it is.
  public Draft draft(Entry entry) {
    return switch (entry) {
      case Entry.Rejected(var rejection) -> new Draft.Rejected(rejection);
      case Entry.Accepted(Conversation conversation, Origin origin) ->
          judge(study(conversation, origin));
    };
  }

  /// The same with all that a run notes of it.
  ///
  /// @param file the number of the entry's file
  Drafted drafted(Entry entry, int file) {
    return switch (entry) {
      case Entry.Rejected(var rejection) -> Drafted.unread(rejection, file);
      case Entry.Accepted(Conversation conversation, Origin origin) -> {
        Studied studied = study(conversation, origin);
        yield Drafted.of(studied, judge(studied), file, plan.duplicates().quality());
      }
    };
  }

  private Studied study(Conversation conversation, Origin origin) {
    return new Studied(
        RecordId.of(conversation),
        conversation,
        origin,
        Measures.of(conversation),
        category(conversation),
        List.of());
  }

  private Draft judge(Studied studied) {
    Optional<Breach> breach =
        Filter.firstBreach(plan.filters(), studied.conversation(), studied.measures());
    return breach.isPresent()
        ? new Draft.Rejected(Annotation.rejected(studied, FILTER, breach.get()))
        : new Draft.Candidate(
            Annotation.kept(studied, plan),
            sketcher.sketch(plan.key().units(studied.conversation())));
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
