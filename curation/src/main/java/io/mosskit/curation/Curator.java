package io.mosskit.curation;

import io.mosskit.curation.duplicate.Banding;
import io.mosskit.curation.duplicate.DuplicateIndex;
import io.mosskit.curation.duplicate.Twin;
import io.mosskit.curation.filter.Breach;
import io.mosskit.curation.text.Decimals;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Judges the records of a corpus one after another. The filters are asked first and the duplicates
/// last, so that a record is dropped as a duplicate only of one that is kept. Not thread-safe:
/// which of two duplicates stays is a matter of who comes first.
public final class Curator implements AutoCloseable {
  static final String FILTER = "filter";
  static final String DUPLICATE = "duplicate";

  private final CurationPlan plan;
  private final Preparation preparation;
  private final DuplicateIndex index;
  private final List<String> keptIds = new ArrayList<>();
  private final Set<String> knownIds = new HashSet<>();

  private Curator(CurationPlan plan) {
    this.plan = plan;
    this.preparation = new Preparation(plan);
    this.index = new DuplicateIndex(plan.threshold(), Banding.forThreshold(plan.threshold()));
  }

  /// A curator with the standard plan.
  public static Curator standard() {
    return of(CurationPlan.standard());
  }

  /// A curator with this plan, who knows no record yet.
  public static Curator of(CurationPlan plan) {
    return new Curator(plan);
  }

  /// What becomes of the next record. What could not be read is rejected as it is.
  public Judgement judge(Entry entry) {
    return rule(preparation.prepare(entry)).judgement();
  }

  /// The work on an entry that can be done in any thread, ahead of [#rule].
  Prepared prepare(Entry entry) {
    return preparation.prepare(entry);
  }

  Ruling rule(Prepared prepared) {
    return switch (prepared) {
      case Prepared.Unreadable(var rejection) -> Ruling.of(new Judgement.Rejected(rejection));
      case Prepared.Dialogue dialogue -> rule(dialogue);
    };
  }

  private Ruling rule(Prepared.Dialogue dialogue) {
    if (dialogue.breach().isPresent()) {
      Breach breach = dialogue.breach().get();
      return Ruling.of(
          Annotation.rejected(dialogue, FILTER, breach.filter(), breach.detail(), breach.values()));
    }
    Optional<Twin> twin = index.twinOf(dialogue.sketch());
    if (twin.isPresent()) {
      return duplicate(dialogue, twin.get());
    }
    return Ruling.of(knownIds.add(dialogue.id()) ? keep(dialogue) : sameId(dialogue));
  }

  private Judgement keep(Prepared.Dialogue dialogue) {
    index.keep(dialogue.sketch());
    keptIds.add(dialogue.id());
    return Annotation.kept(dialogue, plan);
  }

  private Ruling duplicate(Prepared.Dialogue dialogue, Twin twin) {
    String kept = keptIds.get(twin.record());
    Json.Obj values =
        Json.object()
            .put("key", plan.key().label())
            .put("kept", kept)
            .put("score", Decimals.rounded(twin.score()))
            .put("threshold", plan.threshold())
            .build();
    String reason =
        kept.equals(dialogue.id())
            ? "identical_record"
            : twin.sameText() ? "exact_duplicate" : "near_duplicate";
    String detail =
        String.format(
            Locale.ROOT,
            "by %s it has a similarity of %.3f to %s, which is kept",
            plan.key().label(),
            twin.score(),
            kept);
    return new Ruling(
        Annotation.rejected(dialogue, DUPLICATE, reason, detail, values),
        Optional.of(
            new Ruling.Link(twin.record(), kept, dialogue.id(), twin.score(), twin.sameText())));
  }

  /// Reached by a copy of a record that has nothing to compare, and by two records that were given
  /// the same id: an id names one record.
  private static Judgement sameId(Prepared.Dialogue dialogue) {
    return Annotation.rejected(
        dialogue,
        DUPLICATE,
        "duplicate_id",
        "a record with the id "
            + dialogue.id()
            + " is kept; give this one another mosskit.id if it is another record",
        Json.object().put("kept", dialogue.id()).build());
  }

  @Override
  public void close() {
    preparation.close();
  }
}
