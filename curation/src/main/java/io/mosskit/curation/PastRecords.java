package io.mosskit.curation;

import io.mosskit.curation.neighbour.Batch;
import io.mosskit.curation.neighbour.CuratedIndex;
import io.mosskit.curation.neighbour.IndexAddition;
import io.mosskit.curation.neighbour.IndexForm;
import io.mosskit.schema.progress.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What was curated before, in the index that a plan names. The candidates of a run are held
/// against it first, and those that stay join it last; a run that is repeated after it joined gets
/// the answers that it got before.
final class PastRecords {
  private static final String AT = "@";

  private final Path folder;
  private final IndexForm form;
  private final String batch;

  private PastRecords(Path folder, IndexForm form, String batch) {
    this.folder = folder;
    this.form = form;
    this.batch = batch;
  }

  /// @param run names input and settings but the threshold
  /// @throws IllegalArgumentException where the same run joined at another threshold: its records
  ///   would be found to be duplicates of themselves
  static PastRecords in(Path folder, DuplicatePlan plan, String run) throws IOException {
    IndexForm form = IndexForm.in(folder, plan.key().label(), plan.threshold());
    PastRecords past = new PastRecords(folder, form, run + AT + plan.threshold());
    for (Batch known : past.batches()) {
      if (known.name().startsWith(run + AT) && !known.name().equals(past.batch)) {
        throw new IllegalArgumentException(
            ("%s holds this very input already, decided at the threshold %s: curate it at that"
                    + " threshold, or against another index")
                .formatted(folder, known.name().substring(run.length() + AT.length())));
      }
    }
    return past;
  }

  void dropFrom(Candidates candidates, DuplicatePlan plan, Progress progress) throws IOException {
    if (CuratedIndex.isIn(folder)) {
      try (CuratedIndex index = CuratedIndex.open(folder)) {
        candidates.dropKnown(index, index.sizeBefore(batch), plan.threshold(), progress);
      }
    }
  }

  void join(Candidates candidates) throws IOException {
    if (batches().stream().noneMatch(known -> known.name().equals(batch))) {
      try (IndexAddition addition = IndexAddition.to(folder, form, batch)) {
        candidates.addKept(addition);
        addition.commit();
      }
    }
  }

  private List<Batch> batches() throws IOException {
    if (!CuratedIndex.isIn(folder)) {
      return List.of();
    }
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      return index.batches();
    }
  }
}
