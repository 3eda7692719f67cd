package io.mosskit.curation;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/// Writes each draft where it belongs, in the order of the input, and counts.
final class Settlement {
  private final Decisions decisions;
  private final Duplication duplication;
  private final OutputFolder out;
  private final Tally tally;
  private final Set<String> mostDuplicated;
  private int candidate;

  Settlement(
      Decisions decisions, DuplicatePlan plan, Corpus corpus, OutputFolder out, Tally tally) {
    this.decisions = decisions;
    this.duplication = new Duplication(plan, corpus.files());
    this.out = out;
    this.tally = tally;
    this.mostDuplicated = decisions.mostDuplicated(Clusters.LARGEST);
  }

  void settle(Note note, byte[] line) throws IOException {
    if (!note.isCandidate()) {
      out.reject(line);
      tally.rejected(note, line);
      return;
    }
    Optional<Decisions.Dropped> dropped = decisions.of(candidate++);
    if (dropped.isEmpty()) {
      out.keep(line);
      tally.kept(note);
      if (mostDuplicated.contains(note.known().id())) {
        tally.duplicated(note, line);
      }
    } else {
      drop(note, line, dropped.get());
    }
  }

  private void drop(Note note, byte[] line, Decisions.Dropped why) throws IOException {
    Rejection rejection = duplication.rejection(note, line, why);
    out.reject((rejection.json().text() + "\n").getBytes(StandardCharsets.UTF_8));
    if (why.likeness() != Likeness.SAME_ID) {
      out.link(note.known().id(), why, duplication.key());
    }
    tally.duplicate(note, rejection, why);
  }
}
