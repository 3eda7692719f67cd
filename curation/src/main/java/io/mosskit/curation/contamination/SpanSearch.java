package io.mosskit.curation.contamination;

import io.mosskit.curation.text.UnitHashes;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// Finds what a text has in common with items: stretches of at least so many units, and whole
/// questions that are shorter. A question shorter than a window is one window, as long as itself.
final class SpanSearch {
  private final List<WindowIndex> indexes = new ArrayList<>();

  SpanSearch(List<ItemText> items, Matching matching) {
    TreeSet<Integer> widths = new TreeSet<>();
    widths.add(matching.units());
    for (ItemText item : items) {
      int units = item.questionUnits();
      if (units >= matching.shortest() && units < matching.units()) {
        widths.add(units);
      }
    }
    widths.forEach(width -> indexes.add(WindowIndexing.index(width, items, matching)));
  }

  void search(String text, Shared shared) {
    UnitHashes units = UnitHashes.of(text);
    indexes.forEach(index -> index.search(units, text, shared));
  }
}
