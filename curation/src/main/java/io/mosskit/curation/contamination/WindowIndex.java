package io.mosskit.curation.contamination;

import io.mosskit.curation.contamination.Shared.Run;
import io.mosskit.curation.text.UnitHashes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which items have which windows of one width. Thread-safe once it is built.
///
/// A text is searched in time that grows with its length alone: each of its windows is looked up
/// once, and a run is followed once for each item that it identifies, of which there are few,
/// because a window of many items is no item's own.
final class WindowIndex {
  private final WindowTable table;
  private final Postings owners; // of a window: the items whose own it is
  private final Postings windows; // of an item: its windows, ascending
  private final int[] places; // beside them: where in the item each one first begins

  WindowIndex(WindowTable table, Postings owners, Postings windows, int[] places) {
    this.table = table;
    this.owners = owners;
    this.windows = windows;
    this.places = places;
  }

  int width() {
    return table.width();
  }

  /// Collects what a text of these units has in common with items: for each, every longest run of
  /// windows that are all the item's, one of them at least its own.
  void search(UnitHashes units, String text, Shared shared) {
    int[] ids = units.count() < width() ? null : idsOf(units.windows(width()), text);
    if (ids == null) {
      return;
    }
    Map<Integer, Integer> searchedTo = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      if (ids[i] < 0) {
        continue;
      }
      for (int k = owners.from(ids[i]); k < owners.to(ids[i]); k++) {
        int item = owners.get(k);
        if (searchedTo.getOrDefault(item, -1) < i) {
          searchedTo.put(item, follow(item, ids, i, shared));
        }
      }
    }
  }

  /// The numbers of the windows, -1 for those that no item has; null where all are such.
  private int @Nullable [] idsOf(long[] hashes, String text) {
    int[] ids = null;
    UnitText units = null;
    for (int i = 0; i < hashes.length; i++) {
      if (table.mayHold(hashes[i])) {
        if (ids == null || units == null) {
          ids = new int[hashes.length];
          Arrays.fill(ids, -1);
          units = UnitText.of(text);
        }
        ids[i] = table.find(hashes[i], units, i);
      }
    }
    return ids;
  }

  /// Notes the run around a window.
  ///
  /// @return its last window
  private int follow(int item, int[] ids, int at, Shared shared) {
    int from = at;
    while (from > 0 && has(item, ids[from - 1])) {
      from--;
    }
    int last = at;
    while (last + 1 < ids.length && has(item, ids[last + 1])) {
      last++;
    }
    for (int i = from; i <= last; i++) {
      shared.cover(item, places[windows.indexOf(item, ids[i])], width());
    }
    shared.run(new Run(item, from, last + width()));
    return last;
  }

  private boolean has(int item, int window) {
    return window >= 0 && windows.indexOf(item, window) >= 0;
  }
}
