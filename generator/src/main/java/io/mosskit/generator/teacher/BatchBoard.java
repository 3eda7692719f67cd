package io.mosskit.generator.teacher;

import io.mosskit.schema.progress.Progress;
import java.util.Map;
import java.util.TreeMap;

/// Shows how far all open batches of a teacher have come together. Thread-safe.
final class BatchBoard {

  private final Progress progress;
  private final Map<String, Standing> open = new TreeMap<>();

  BatchBoard(Progress progress) {
    this.progress = progress;
  }

  private record Standing(long done, long all) {}

  synchronized void at(String batch, long done, long all) {
    open.put(batch, new Standing(done, all));
    show();
  }

  synchronized void ended(String batch) {
    open.remove(batch);
    if (!open.isEmpty()) {
      show();
    }
  }

  private void show() {
    progress.at(
        new Progress.Step(
            "batches", done(), all(), "requests", Map.of("batches open", (long) open.size())));
  }

  private long done() {
    return open.values().stream().mapToLong(Standing::done).sum();
  }

  private long all() {
    return open.values().stream().mapToLong(Standing::all).sum();
  }

  /// What is still at the server, in words; empty where nothing is.
  synchronized String left() {
    return open.isEmpty()
        ? ""
        : "%d open at the server, %d of %d requests done".formatted(open.size(), done(), all());
  }
}
