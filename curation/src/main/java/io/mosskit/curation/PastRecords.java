package io.mosskit.curation;

import io.mosskit.curation.neighbour.CuratedIndex;
import io.mosskit.curation.neighbour.IndexAddition;
import io.mosskit.curation.neighbour.IndexForm;
import java.io.IOException;
import java.nio.file.Path;

/// What was curated before, in the index that a plan names. The candidates of a run are held
/// against it first, and those that stay join it last; a run that is repeated after it joined gets
/// the answers that it got before.
final class PastRecords {
  private final Path folder;
  private final IndexForm form;
  private final String batch;

  private PastRecords(Path folder, IndexForm form, String batch) {
    this.folder = folder;
    this.form = form;
    this.batch = batch;
  }

  /// @param batch names the run in the index
  static PastRecords in(Path folder, DuplicatePlan plan, String batch) throws IOException {
    IndexForm form = IndexForm.in(folder, plan.key().label(), plan.threshold());
    return new PastRecords(folder, form, batch);
  }

  void dropFrom(Candidates candidates, double threshold) throws IOException {
    if (CuratedIndex.isIn(folder)) {
      try (CuratedIndex index = CuratedIndex.open(folder)) {
        candidates.dropKnown(index, index.sizeBefore(batch), threshold);
      }
    }
  }

  void join(Candidates candidates) throws IOException {
    if (!hasBatch()) {
      try (IndexAddition addition = IndexAddition.to(folder, form, batch)) {
        candidates.addKept(addition);
        addition.commit();
      }
    }
  }

  private boolean hasBatch() throws IOException {
    if (!CuratedIndex.isIn(folder)) {
      return false;
    }
    try (CuratedIndex index = CuratedIndex.open(folder)) {
      return index.batches().stream().anyMatch(known -> known.name().equals(batch));
    }
  }
}
