package io.mosskit.curation;

import io.mosskit.curation.duplicate.NearDuplicates;
import io.mosskit.curation.duplicate.Shingles;
import io.mosskit.curation.duplicate.Sketches;
import io.mosskit.curation.duplicate.SwallowedSource;
import io.mosskit.curation.duplicate.Twin;
import io.mosskit.curation.neighbour.CuratedIndex;
import io.mosskit.curation.neighbour.IndexAddition;
import io.mosskit.curation.neighbour.PastTwin;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// All candidates of a run, with what decides which of two duplicates stays.
final class Candidates {
  private static final int ASKED_AT_ONCE = 1 << 14;
  private static final double REMARKABLE_SHARE = 0.5;

  private record Candidate(String id, double quality, long length, long checksum) {}

  private static final Comparator<Candidate> BETTER_FIRST =
      Comparator.comparingDouble(Candidate::quality)
          .thenComparingLong(Candidate::length)
          .reversed();

  private final Sketches sketches;
  private final List<Candidate> all = new ArrayList<>();
  private final Decisions decisions = new Decisions();
  private final BitSet decided = new BitSet();

  private Candidates(Sketches sketches) {
    this.sketches = sketches;
  }

  static Candidates read(List<Batch> batches, Sketches sketches) throws IOException {
    Candidates candidates = new Candidates(sketches);
    for (Batch batch : batches) {
      batch.forEachNote(candidates::add);
    }
    return candidates;
  }

  private void add(Note note) {
    if (note.isCandidate()) {
      Note.Facts facts = note.known();
      all.add(new Candidate(facts.id(), facts.quality(), facts.length(), facts.checksum()));
    }
  }

  Decisions decisions() {
    return decisions;
  }

  /// The numbers of the candidates, the best first, equally good ones in their order.
  private int[] inPriority() {
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparing(all::get, BETTER_FIRST))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /// Those that have a twin among what was curated before.
  ///
  /// @param known how many records of the index are asked, the oldest first
  void dropKnown(CuratedIndex index, int known, double threshold, Progress progress)
      throws IOException {
    int own = 0;
    List<Integer> asked = new ArrayList<>();
    for (int number = 0; number < all.size(); number++) {
      if (!decided.get(number)) {
        asked.add(number);
      }
      if (asked.size() == ASKED_AT_ONCE || number == all.size() - 1) {
        own += ask(index, known, threshold, asked);
        asked.clear();
      }
    }
    if (own >= REMARKABLE_SHARE * all.size() && own > 0) {
      progress.note(
          String.format(
              Locale.ROOT,
              "%,d of %,d records are duplicates of records with their own ids in the index: this"
                  + " input was curated into it before; to curate it anew, name another index",
              own,
              all.size()));
    }
  }

  /// @return how many of them have a twin with their own id
  private int ask(CuratedIndex index, int known, double threshold, List<Integer> asked)
      throws IOException {
    List<Shingles> texts = asked.stream().map(sketches::text).toList();
    List<Optional<PastTwin>> twins = index.twinsOf(texts, threshold, known);
    int own = 0;
    for (int i = 0; i < asked.size(); i++) {
      if (twins.get(i).isPresent()) {
        PastTwin twin = twins.get(i).get();
        own += twin.id().equals(all.get(asked.get(i)).id()) ? 1 : 0;
        drop(asked.get(i), twin.id(), twin.score(), likeness(twin.sameText()));
      }
    }
    return own;
  }

  /// Those that have a twin among the others, and those that bear the id of another.
  ///
  /// @throws SwallowedException if one record swallows more of a file than the plan allows
  void dropDuplicates(DuplicatePlan plan, Progress progress) {
    SameIds ids = sameIds();
    NearDuplicates duplicates = resolve(ids, plan, progress);
    while (ids.passOn(isDropped(duplicates))) {
      duplicates = resolve(ids, plan, progress);
    }
    guard(withCopies(ids, duplicates), plan, progress);
    for (int number = 0; number < all.size(); number++) {
      Optional<Twin> twin = duplicates.twinOf(number);
      if (twin.isPresent()) {
        String kept = all.get(twin.get().record()).id();
        drop(number, kept, twin.get().score(), likeness(twin.get().sameText()));
      }
    }
    ids.forEachCopy(this::dropCopy);
  }

  private SameIds sameIds() {
    SameIds ids = new SameIds(all.stream().map(Candidate::checksum).toList());
    for (int number : inPriority()) {
      if (!decided.get(number)) {
        ids.add(all.get(number).id(), number);
      }
    }
    return ids;
  }

  private NearDuplicates resolve(SameIds ids, DuplicatePlan plan, Progress progress) {
    return NearDuplicates.resolve(
        sketches,
        plan.threshold(),
        number -> !decided.get(number) && ids.isHolder(all.get(number).id(), number),
        progress);
  }

  private static IntPredicate isDropped(NearDuplicates duplicates) {
    return number -> duplicates.twinOf(number).isPresent();
  }

  /// What says the same as another shares its fate.
  private void dropCopy(int copy, int holder, boolean same) {
    Optional<Decisions.Dropped> fate = decisions.of(holder);
    if (same && fate.isPresent()) {
      drop(copy, fate.get().kept(), fate.get().score(), fate.get().likeness());
    } else {
      String id = all.get(holder).id();
      drop(copy, id, 1, same ? Likeness.IDENTICAL : Likeness.SAME_ID);
    }
  }

  /// The twins with those of which there is a copy: it stands for the same record as they do.
  private static IntFunction<Optional<Twin>> withCopies(SameIds ids, NearDuplicates duplicates) {
    Map<Integer, Twin> copies = new HashMap<>();
    ids.forEachCopy((copy, holder, same) -> {
      if (same) {
        copies.put(copy, duplicates.twinOf(holder).orElse(new Twin(holder, 1, true)));
      }
    });
    return record -> Optional.ofNullable(copies.get(record)).or(() -> duplicates.twinOf(record));
  }

  private void guard(IntFunction<Optional<Twin>> twins, DuplicatePlan plan, Progress progress) {
    Optional<SwallowedSource> largest = SwallowedSource.largest(sketches, twins);
    if (largest.isEmpty()) {
      return;
    }
    SwallowedSource cluster = largest.get();
    String found =
        String.format(
            Locale.ROOT,
            "%,d of the %,d records of %s (%.0f %%) are duplicates of %s by %s",
            cluster.members(),
            cluster.records(),
            sketches.sources().get(cluster.source()),
            100 * cluster.share(),
            all.get(cluster.head()).id(),
            plan.key().label());
    if (cluster.share() > plan.maxClusterShare()) {
      throw new SwallowedException(
          found
              + "; look at clusters of a run with a higher bound, and where these are no copies choose"
              + " another key or a higher threshold");
    } else if (cluster.share() >= REMARKABLE_SHARE) {
      progress.note(found);
    }
  }

  /// Adds those that stay to what was curated before.
  void addKept(IndexAddition addition) throws IOException {
    for (int number = 0; number < all.size(); number++) {
      if (!decided.get(number)) {
        addition.add(all.get(number).id(), sketches.text(number));
      }
    }
  }

  private static Likeness likeness(boolean sameText) {
    return sameText ? Likeness.SAME_TEXT : Likeness.SIMILAR;
  }

  private void drop(int number, String kept, double score, Likeness likeness) {
    decided.set(number);
    decisions.drop(number, new Decisions.Dropped(kept, score, likeness));
  }
}
