package io.mosskit.curation.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Ids that are spelled like one that is not there.
final class NearIds {
  private static final int SHOWN = 5;

  /// Longer ids are not typed by hand.
  private static final int LONGEST = 200;

  private record Near(String id, int distance) {}

  private final String asked;
  private final List<Near> nearest = new ArrayList<>();

  NearIds(String asked) {
    this.asked = asked;
  }

  void add(String id) {
    if (id.length() > LONGEST || asked.length() > LONGEST) {
      return;
    }
    int distance = distance(asked, id);
    if (2 * distance <= Math.max(asked.length(), id.length())) {
      nearest.add(new Near(id, distance));
      nearest.sort(
          Comparator.comparingInt(Near::distance)); // stable: the first of equals stays first
      if (nearest.size() > SHOWN) {
        nearest.removeLast();
      }
    }
  }

  List<String> nearest() {
    return nearest.stream().map(Near::id).distinct().toList();
  }

  /// Levenshtein's: insertions, deletions and replacements.
  private static int distance(String left, String right) {
    int[] row = new int[right.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= left.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[right.length()];
  }
}
