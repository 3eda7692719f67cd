package io.mosskit.curation.contamination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What one dialogue has in common with items: collected field by field.
final class Shared {

  /// Units of a text that an item has too, one after another.
  ///
  /// @param from the first
  /// @param to after the last
  record Run(int item, int from, int to) {}

  /// Windows of an item that the dialogue holds: where they begin in the item, and their widths.
  private static final class Cover {
    private long[] stretches = new long[8];
    private int count;

    void add(int at, int width) {
      if (count == stretches.length) {
        stretches = Arrays.copyOf(stretches, 2 * count);
      }
      stretches[count++] = (long) at << 32 | (at + width);
    }

    int units() {
      Arrays.sort(stretches, 0, count);
      int units = 0;
      int end = 0;
      for (int i = 0; i < count; i++) {
        int from = Math.max(end, (int) (stretches[i] >>> 32));
        end = Math.max(end, (int) stretches[i]);
        units += Math.max(0, end - from);
      }
      return units;
    }
  }

  private final Map<Integer, Cover> covers = new HashMap<>();
  private List<Run> runs = new ArrayList<>();

  void run(Run run) {
    runs.add(run);
  }

  void cover(int item, int at, int width) {
    covers.computeIfAbsent(item, _ -> new Cover()).add(at, width);
  }

  /// How many units of the item the dialogue holds.
  int units(int item) {
    Cover cover = covers.get(item);
    return cover == null ? 0 : cover.units();
  }

  /// The runs since the last call, those of an item that overlap as one, by where they begin.
  List<Run> takeRuns() {
    List<Run> taken = runs;
    runs = new ArrayList<>();
    taken.sort(Comparator.comparingInt(Run::item).thenComparingInt(Run::from));
    List<Run> merged = new ArrayList<>();
    for (Run run : taken) {
      int end = merged.size() - 1;
      if (end >= 0 && meets(merged.get(end), run)) {
        Run last = merged.get(end);
        merged.set(end, new Run(run.item(), last.from(), Math.max(last.to(), run.to())));
      } else {
        merged.add(run);
      }
    }
    merged.sort(Comparator.comparingInt(Run::from).thenComparingInt(Run::item));
    return merged;
  }

  private static boolean meets(Run before, Run run) {
    return before.item() == run.item() && run.from() < before.to();
  }
}
