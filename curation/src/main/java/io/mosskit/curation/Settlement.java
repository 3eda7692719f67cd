package io.mosskit.curation;

import io.mosskit.schema.io.Rejection;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes each draft where it belongs, in the order of the input, and counts.
final class Settlement {
  private final Decisions decisions;
  private final Duplication duplication;
  private final OutputFolder out;
  private final Tally tally;
  private int candidate;

  Settlement(Decisions decisions, Duplication duplication, OutputFolder out, Tally tally) {
    this.decisions = decisions;
    this.duplication = duplication;
    this.out = out;
    this.tally = tally;
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
