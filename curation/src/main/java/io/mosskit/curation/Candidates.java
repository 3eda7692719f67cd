package io.mosskit.curation;

import io.mosskit.curation.duplicate.DuplicateIndex;
import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.curation.duplicate.SketchReader;
import io.mosskit.curation.duplicate.Twin;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// All candidates of a run, with what decides which of two duplicates stays.
final class Candidates {
  private record Candidate(String id, double quality, long length, long checksum) {}

  private static final Comparator<Candidate> BETTER_FIRST =
      Comparator.comparingDouble(Candidate::quality)
          .thenComparingLong(Candidate::length)
          .reversed();

  private final List<Batch> batches;
  private final List<Candidate> all = new ArrayList<>();

  private Candidates(List<Batch> batches) {
    this.batches = batches;
  }

  static Candidates read(List<Batch> batches) throws IOException {
    Candidates candidates = new Candidates(batches);
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

  /// Of the records with the same id all but the best: an id names one record.
  void dropCopies(Decisions decisions) {
    Map<String, Integer> best = new HashMap<>();
    for (int number : inPriority()) {
      Candidate candidate = all.get(number);
      Integer kept = best.putIfAbsent(candidate.id(), number);
      if (kept != null) {
        boolean same = candidate.checksum() == all.get(kept).checksum();
        decisions.drop(
            number,
            new Decisions.Dropped(
                kept, candidate.id(), 1, same ? Likeness.IDENTICAL : Likeness.SAME_ID));
      }
    }
  }

  /// The numbers of the candidates, the best first, equally good ones in their order.
  private int[] inPriority() {
    return IntStream.range(0, all.size())
        .boxed()
        .sorted(Comparator.comparing(all::get, BETTER_FIRST))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  void dropDuplicates(Decisions decisions, DuplicatePlan plan) throws IOException {
    List<Sketch> sketches = new ArrayList<>();
    for (Batch batch : batches) {
      sketches.addAll(SketchReader.read(batch.sketches()));
    }
    DuplicateIndex index = new DuplicateIndex(plan.threshold(), plan.banding());
    List<Integer> kept = new ArrayList<>();
    for (int number : inPriority()) {
      if (!decisions.keeps(number)) {
        continue;
      }
      Optional<Twin> twin = index.twinOf(sketches.get(number));
      if (twin.isEmpty()) {
        index.keep(sketches.get(number));
        kept.add(number);
      } else {
        int record = kept.get(twin.get().record());
        decisions.drop(
            number,
            new Decisions.Dropped(
                record,
                all.get(record).id(),
                twin.get().score(),
                twin.get().sameText() ? Likeness.SAME_TEXT : Likeness.SIMILAR));
      }
    }
  }
}
