package io.mosskit.generator.dialogue;

import io.mosskit.generator.store.DialogueRow;
import io.mosskit.schema.progress.Progress.Step;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Counts dialogues that have ended, and why those did that were not written. Thread-safe.
final class Tally {

  /// So many reasons are shown, the commonest ones.
  private static final int REASONS = 3;

  private final SortedMap<String, Long> rejected = new TreeMap<>();
  private long ended;

  /// @param ended how many had ended before
  Tally(long ended) {
    this.ended = ended;
  }

  synchronized void add(DialogueRow row) {
    ended++;
    if (row.outcome() != DialogueRow.Outcome.WRITTEN) {
      rejected.merge(row.reason(), 1L, Long::sum);
    }
  }

  synchronized Step step(long all) {
    Map<String, Long> shown = new LinkedHashMap<>();
    rejected.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(REASONS)
        .forEach(reason -> shown.put(reason.getKey(), reason.getValue()));
    return new Step("dialogues", ended, all, "dialogues", shown);
  }
}
