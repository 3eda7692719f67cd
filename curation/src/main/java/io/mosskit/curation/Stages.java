package io.mosskit.curation;

import io.mosskit.curation.contamination.Decontaminated;
import io.mosskit.curation.contamination.Overlap;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.filter.Breach;
import io.mosskit.curation.privacy.Scrubbed;
import io.mosskit.curation.privacy.Scrubber;
import io.mosskit.curation.tag.Tag;
import io.mosskit.curation.tag.Tagger;
import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Origin;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The stages that look at one record alone, in their order: private data is replaced, the dialogue
/// is measured, tagged, held against the filters and the evaluation sets, and divided into the
/// shingles by which it is compared with others. Thread-safe; this is what the reading threads of a
/// [Curation] do.
public final class Stages implements AutoCloseable {
  static final String FILTER = "filter";

  private final CurationPlan plan;
  private final Tagger tagger;
  private final @Nullable Scrubber scrubber;

  private Stages(CurationPlan plan) throws IOException {
    this.plan = plan;
    this.tagger = plan.tags().open();
    this.scrubber = plan.scrub().map(Scrubber::new).orElse(null);
  }

  /// The stages of this plan. Close them after use.
  ///
  /// @throws IOException if a file that the plan names cannot be read
  public static Stages of(CurationPlan plan) throws IOException {
    return new Stages(plan);
  }

  /// What the stages make of an entry. What could not be read is rejected as it is.
  public Draft draft(Entry entry) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> new Draft.Rejected(shown(rejection));
      case Entry.Accepted(Conversation conversation, Origin origin) ->
          study(conversation, origin).draft();
    };
  }

  /// The same with all that a run notes of it.
  ///
  /// @param file the number of the entry's file
  Drafted drafted(Entry entry, int file) {
    return switch (entry) {
      case Entry.Rejected(Rejection rejection) -> Drafted.unread(shown(rejection), file);
      case Entry.Accepted(Conversation conversation, Origin origin) -> {
        Study study = study(conversation, origin);
        yield Drafted.of(study.studied(), study.draft(), file, plan.duplicates().quality());
      }
    };
  }

  /// What cannot be read may hold private data as well, and nobody can tell where: while it is
  /// scrubbed the place is named and the text left out.
  private Rejection shown(Rejection rejection) {
    return scrubber == null
        ? rejection
        : new Rejection(
            rejection.stage(),
            rejection.reason(),
            "its text is not shown, since it could not be read and may hold private data",
            Json.Obj.EMPTY,
            rejection.origin(),
            new Json.Null());
  }

  private String id(Conversation conversation) {
    String id = RecordId.of(conversation);
    return scrubber == null ? id : scrubber.scrub(id);
  }

  private record Study(Studied studied, Draft draft) {}

  private Study study(Conversation original, Origin origin) {
    Scrubbed scrubbed =
        scrubber == null ? new Scrubbed(original, List.of()) : scrubber.scrub(original);
    Conversation conversation = scrubbed.conversation();
    Optional<Decontaminated> decontaminated =
        plan.decontamination().map(sets -> sets.judge(scrubbed.conversation()));
    if (decontaminated.isPresent()) {
      conversation = decontaminated.get().conversation();
    }
    Measures measures = Measures.of(conversation);
    List<Tag> tags = tagger.tags(conversation, measures);
    List<Breach> flags = plan.profile().tags(conversation, measures);
    Studied studied =
        new Studied(
            id(conversation),
            conversation,
            origin,
            measures,
            tags,
            flags,
            tagger.languages(conversation),
            marks(scrubbed, decontaminated, flags, tags));
    return new Study(studied, judge(studied, decontaminated));
  }

  private Draft judge(Studied studied, Optional<Decontaminated> decontaminated) {
    Optional<Breach> breach = plan.profile().drops(studied.conversation(), studied.measures());
    if (breach.isPresent()) {
      return new Draft.Rejected(Annotation.rejected(studied, FILTER, breach.get()));
    }
    if (decontaminated.isPresent()
        && decontaminated.get().outcome() == Decontaminated.Outcome.DROPPED) {
      Breach contamination =
          new Breach(
              Decontaminated.REASON, decontaminated.get().detail(), decontaminated.get().values());
      return new Draft.Rejected(Annotation.rejected(studied, Decontaminated.STAGE, contamination));
    }
    return new Draft.Candidate(
        Annotation.kept(studied, plan), Shingles.of(plan.key().units(studied.conversation())));
  }

  private static List<Mark> marks(
      Scrubbed scrubbed,
      Optional<Decontaminated> decontaminated,
      List<Breach> flags,
      List<Tag> tags) {
    List<Mark> marks = new ArrayList<>();
    scrubbed.counts().forEach((kind, count) -> marks.add(new Mark("privacy", kind.label(), count)));
    Map<String, Long> stretches = new TreeMap<>();
    if (decontaminated.isPresent()) {
      for (Overlap overlap : decontaminated.get().overlaps()) {
        stretches.merge(overlap.set(), 1L, Long::sum);
      }
    }
    stretches.forEach((set, count) -> marks.add(new Mark("contamination", set, count)));
    flags.forEach(flag -> marks.add(new Mark("filter", flag.filter(), 1)));
    Map<List<String>, Long> said = new LinkedHashMap<>();
    for (Tag tag : tags) {
      said.merge(List.of("tag:" + tag.facet(), tag.value()), 1L, Long::sum);
      said.merge(List.of("origin:" + tag.facet(), tag.origin().label()), 1L, Long::sum);
    }
    said.forEach((what, count) -> marks.add(new Mark(what.getFirst(), what.getLast(), count)));
    return marks;
  }

  @Override
  public void close() {
    tagger.close();
  }
}
