package io.mosskit.curation.contamination;

import io.mosskit.schema.text.Units;
import java.util.Arrays;

/// A text with the places of its units, so that windows can be compared letter by letter.
final class UnitText {
  private final String folded;
  private final int[] bounds; // start and end of each unit in the folded text

  private UnitText(String folded, int[] bounds) {
    this.folded = folded;
    this.bounds = bounds;
  }

  static UnitText of(String text) {
    Collector units = new Collector();
    Units.visit(text, units);
    return new UnitText(units.folded, Arrays.copyOf(units.bounds, 2 * units.count));
  }

  private static final class Collector implements Units.Visitor {
    private String folded = "";
    private int[] bounds = new int[16];
    private int count;

    @Override
    public void unit(String foldedText, int from, int to) {
      if (2 * count == bounds.length) {
        bounds = Arrays.copyOf(bounds, 4 * count);
      }
      folded = foldedText;
      bounds[2 * count] = from;
      bounds[2 * count + 1] = to;
      count++;
    }
  }

  int count() {
    return bounds.length / 2;
  }

  /// Where a unit begins in the folded text.
  int start(int unit) {
    return bounds[2 * unit];
  }

  /// Where it ends there.
  int end(int unit) {
    return bounds[2 * unit + 1];
  }

  private int length(int unit) {
    return end(unit) - start(unit);
  }

  /// Whether so many units from these places on are the same.
  boolean sameWindow(int at, UnitText other, int otherAt, int width) {
    for (int i = 0; i < width; i++) {
      int length = length(at + i);
      if (length != other.length(otherAt + i)
          || !folded.regionMatches(start(at + i), other.folded, other.start(otherAt + i), length)) {
        return false;
      }
    }
    return true;
  }

  /// How many of so many units hold a letter.
  int withLetter(int at, int width) {
    int found = 0;
    for (int i = at; i < at + width; i++) {
      found += hasLetter(i) ? 1 : 0;
    }
    return found;
  }

  private boolean hasLetter(int unit) {
    return folded.substring(start(unit), end(unit)).codePoints().anyMatch(Character::isLetter);
  }

  /// How many of so many units are different.
  int different(int at, int width) {
    int found = 0;
    for (int i = at; i < at + width; i++) {
      boolean first = true;
      for (int j = at; j < i && first; j++) {
        first = !sameWindow(i, this, j, 1);
      }
      found += first ? 1 : 0;
    }
    return found;
  }
}
