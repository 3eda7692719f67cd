package io.mosskit.curation.contamination;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/// Builds the index of one width.
final class WindowIndexing {
  private static final int ITEMS_OF_BOILERPLATE = 10;
  private static final int HUNDRED = 100;
  private static final double LETTERS_FROM = 0.25;
  private static final double DIFFERENT_FROM = 0.5;

  private final WindowTable table;
  private final List<ItemText> items;
  private final Matching matching;
  private final boolean whole;
  private final long[][] windowsOf; // of each item: window and place, by window

  private WindowIndexing(int width, List<ItemText> items, Matching matching) {
    this.table = new WindowTable(width);
    this.items = items;
    this.matching = matching;
    this.whole = width < matching.units();
    this.windowsOf = new long[items.size()][];
  }

  /// An index of the windows of all texts, or, where the width is below that of the matching, of
  /// the questions of just that length.
  static WindowIndex index(int width, List<ItemText> items, Matching matching) {
    return new WindowIndexing(width, items, matching).index();
  }

  private WindowIndex index() {
    int all = 0;
    for (int item = 0; item < items.size(); item++) {
      windowsOf[item] = windows(items.get(item));
      all += windowsOf[item].length;
    }
    int[] starts = new int[items.size() + 1];
    int[] windows = new int[all];
    int[] places = new int[all];
    int next = 0;
    for (int item = 0; item < items.size(); item++) {
      for (long window : windowsOf[item]) {
        windows[next] = (int) (window >>> 32);
        places[next++] = (int) window;
      }
      starts[item + 1] = next;
    }
    return new WindowIndex(table, owners(), new Postings(starts, windows), places);
  }

  /// The windows of an item, each once with its first place, ascending.
  private long[] windows(ItemText item) {
    if (whole && item.questionUnits() != table.width()) {
      return new long[0];
    }
    long[] found = new long[item.units()];
    int count = 0;
    int before = 0;
    for (int t = 0; t < (whole ? 1 : item.texts().size()); t++) {
      UnitText text = item.texts().get(t);
      long[] hashes = item.windows(t, table.width());
      for (int i = 0; i < hashes.length; i++) {
        found[count++] = (long) table.add(hashes[i], text, i) << 32 | (before + i);
      }
      before += text.count();
    }
    Arrays.sort(found, 0, count);
    int different = 0;
    for (int i = 0; i < count; i++) {
      if (i == 0 || found[i] >>> 32 != found[i - 1] >>> 32) {
        found[different++] = found[i];
      }
    }
    return Arrays.copyOf(found, different);
  }

  /// For each window the items whose own it is.
  private Postings owners() {
    BitSet own = own();
    int[] starts = new int[table.count() + 1];
    int place = 0;
    for (long[] windows : windowsOf) {
      for (long window : windows) {
        starts[id(window) + 1] += own.get(place++) ? 1 : 0;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] owners = new int[starts[table.count()]];
    int[] next = starts.clone();
    place = 0;
    for (int item = 0; item < windowsOf.length; item++) {
      for (long window : windowsOf[item]) {
        if (own.get(place++)) {
          owners[next[id(window)]++] = item;
        }
      }
    }
    return new Postings(starts, owners);
  }

  /// Which windows, those of the first item first, are their item's own.
  private BitSet own() {
    BitSet telling = telling();
    BitSet own = new BitSet();
    int[] itemsWith = new int[table.count()];
    int place = 0;
    for (int from = 0, to = 0; from < items.size(); from = to) {
      while (to < items.size() && items.get(to).set() == items.get(from).set()) {
        to++;
      }
      count(from, to, itemsWith);
      int limit = limit(to - from);
      for (int item = from; item < to; item++) {
        for (long window : windowsOf[item]) {
          int id = id(window);
          own.set(place++, telling.get(id) && itemsWith[id] <= limit);
        }
      }
      Arrays.fill(itemsWith, 0);
    }
    return own;
  }

  /// Of how many items of a set of this size a window may be before it is nobody's own.
  private int limit(int setSize) {
    if (whole && matching.has(Guard.SHORT)) {
      return 1;
    }
    return matching.has(Guard.BOILERPLATE)
        ? Math.max(ITEMS_OF_BOILERPLATE, setSize / HUNDRED)
        : Integer.MAX_VALUE;
  }

  /// Counts how many of these items have each window. A short question is also counted where it
  /// stands within a longer text.
  private void count(int from, int to, int[] itemsWith) {
    for (int item = from; item < to; item++) {
      if (!whole) {
        for (long window : windowsOf[item]) {
          itemsWith[id(window)]++;
        }
        continue;
      }
      BitSet seen = new BitSet();
      items
          .get(item)
          .visit(
              table.width(),
              (hash, text, at) -> {
                int id = table.mayHold(hash) ? table.find(hash, text, at) : -1;
                if (id >= 0 && !seen.get(id)) {
                  seen.set(id);
                  itemsWith[id]++;
                }
              });
    }
  }

  /// The windows that say something, and nothing that is known to stand everywhere.
  private BitSet telling() {
    int width = table.width();
    BitSet telling = new BitSet();
    for (int id = 0; id < table.count(); id++) {
      UnitText text = table.text(id);
      int at = table.place(id);
      boolean says =
          !matching.has(Guard.NUMBERS) || text.withLetter(at, width) >= LETTERS_FROM * width;
      boolean varies =
          !matching.has(Guard.MONOTONY) || text.different(at, width) >= DIFFERENT_FROM * width;
      telling.set(id, says && varies);
    }
    for (String ignored : matching.ignored()) {
      ItemText.of(0, new EvaluationItem("ignored", List.of(ignored)))
          .visit(
              width,
              (hash, text, at) -> {
                int id = table.find(hash, text, at);
                if (id >= 0) {
                  telling.clear(id);
                }
              });
    }
    return telling;
  }

  private static int id(long window) {
    return (int) (window >>> 32);
  }
}
