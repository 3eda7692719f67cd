package io.mosskit.curation.contamination;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What a text has in common with items, found by comparing every window with every window as lists
/// of strings.
final class BruteForce {
  private final List<EvaluationItem> items; // of one set
  private final int units;
  private final int limit;

  /// @param limit of how many items a window may be and still be an item's own
  BruteForce(List<EvaluationItem> items, int units, int limit) {
    this.items = items;
    this.units = units;
    this.limit = limit;
  }

  /// `item from to` for each run, in no order.
  Set<String> runs(String text) {
    List<String> all = Units.of(text);
    Set<String> runs = new HashSet<>();
    for (int item = 0; item < items.size(); item++) {
      boolean[] covered = new boolean[all.size()];
      boolean[] joined = new boolean[all.size()]; // to the unit before it
      for (int from = 0; from + units <= all.size(); from++) {
        int to = from;
        boolean own = false;
        while (to + units <= all.size() && has(item, all.subList(to, to + units))) {
          own |= itemsWith(all.subList(to, to + units)) <= limit;
          to++;
        }
        if (to > from && own) {
          for (int i = from; i < to - 1 + units; i++) {
            joined[i] |= i > from;
            covered[i] = true;
          }
        }
        from = Math.max(from, to - 1);
      }
      for (int from = 0; from < all.size(); from++) {
        if (covered[from]) {
          int to = from + 1;
          while (to < all.size() && joined[to]) {
            to++;
          }
          runs.add(items.get(item).id() + " " + from + " " + to);
          from = to - 1;
        }
      }
    }
    return runs;
  }

  private boolean has(int item, List<String> window) {
    for (String text : items.get(item).texts()) {
      List<String> all = Units.of(text);
      for (int i = 0; i + units <= all.size(); i++) {
        if (all.subList(i, i + units).equals(window)) {
          return true;
        }
      }
    }
    return false;
  }

  private int itemsWith(List<String> window) {
    List<Integer> with = new ArrayList<>();
    for (int item = 0; item < items.size(); item++) {
      if (has(item, window)) {
        with.add(item);
      }
    }
    return with.size();
  }
}
