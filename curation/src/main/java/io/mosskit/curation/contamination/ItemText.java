package io.mosskit.curation.contamination;

import io.mosskit.curation.text.UnitHashes;
import java.util.List;

/// An item as it is indexed.
///
/// @param set the number of its set
/// @param texts the places of the units in each of its texts, the question first
/// @param hashes the same units as hashes
record ItemText(int set, List<UnitText> texts, List<UnitHashes> hashes) {
  private static final long[] NONE = {};

  static ItemText of(int set, EvaluationItem item) {
    return new ItemText(
        set,
        item.texts().stream().map(UnitText::of).toList(),
        item.texts().stream().map(UnitHashes::of).toList());
  }

  /// Receives windows where they stand.
  @FunctionalInterface
  interface Visitor {
    void window(long hash, UnitText text, int at);
  }

  /// Shows all windows of this width.
  void visit(int width, Visitor visitor) {
    for (int t = 0; t < texts.size(); t++) {
      long[] windows = windows(t, width);
      for (int i = 0; i < windows.length; i++) {
        visitor.window(windows[i], texts.get(t), i);
      }
    }
  }

  /// The hashes of the windows of one text; none where it has fewer units than a window.
  long[] windows(int text, int width) {
    UnitHashes units = hashes.get(text);
    return units.count() < width ? NONE : units.windows(width);
  }

  /// How many units all its texts have.
  int units() {
    return texts.stream().mapToInt(UnitText::count).sum();
  }

  int questionUnits() {
    return texts.getFirst().count();
  }
}
