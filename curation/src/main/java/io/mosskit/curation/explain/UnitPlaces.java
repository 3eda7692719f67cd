package io.mosskit.curation.explain;

import io.mosskit.schema.text.Units;
import java.util.Arrays;

/// Where the units of a text stand in it. Units are cut from the folded text, which may be longer
/// or shorter than the text itself; a reader wants to see the text itself.
final class UnitPlaces {
  private final String text;
  private int[] places = new int[64];
  private int count;

  private UnitPlaces(String text) {
    this.text = text;
  }

  /// The units that [Units] finds. Where folding reorders characters in a way that cannot be
  /// followed, [#text] is the folded text.
  static UnitPlaces of(String text) {
    Folding folding = new Folding(text);
    boolean followed = folding.length() == Units.fold(text).length();
    UnitPlaces places = new UnitPlaces(followed ? text : Units.fold(text));
    Units.visit(
        text,
        (_, from, to) ->
            places.add(
                followed ? folding.startOf(from) : from, followed ? folding.endOf(to - 1) : to));
    return places;
  }

  /// What stands between blanks.
  static UnitPlaces betweenBlanks(String text) {
    UnitPlaces places = new UnitPlaces(text);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || Character.isWhitespace(text.charAt(i))) {
        if (i > start) {
          places.add(start, i);
        }
        start = i + 1;
      }
    }
    return places;
  }

  private void add(int from, int to) {
    if (2 * count == places.length) {
      places = Arrays.copyOf(places, 2 * places.length);
    }
    places[2 * count] = from;
    places[2 * count + 1] = to;
    count++;
  }

  /// The text that the places are places of.
  String text() {
    return text;
  }

  int from(int unit) {
    return places[2 * unit];
  }

  int to(int unit) {
    return places[2 * unit + 1];
  }

  /// A text folded character by character, each with the marks that follow it, and where each
  /// character of the result comes from.
  private static final class Folding {
    private int[] starts;
    private int[] ends;
    private int length;

    Folding(String text) {
      starts = new int[text.length() + 16];
      ends = new int[text.length() + 16];
      for (int from = 0, to; from < text.length(); from = to) {
        to = from + Character.charCount(text.codePointAt(from));
        while (to < text.length() && joins(text.codePointAt(to))) {
          to += Character.charCount(text.codePointAt(to));
        }
        boolean plain = to == from + 1 && text.charAt(from) < 128;
        add(plain ? 1 : Units.fold(text.substring(from, to)).length(), from, to);
      }
    }

    /// Marks, the half-width voicing marks of Katakana, and the later letters of a Hangul syllable.
    private static boolean joins(int codePoint) {
      if (codePoint < 0x300) {
        return false;
      }
      return switch (Character.getType(codePoint)) {
        case Character.NON_SPACING_MARK,
            Character.COMBINING_SPACING_MARK,
            Character.ENCLOSING_MARK ->
            true;
        default ->
            codePoint == 0xFF9E
                || codePoint == 0xFF9F
                || (codePoint >= 0x1160 && codePoint <= 0x11FF);
      };
    }

    private void add(int folded, int from, int to) {
      if (length + folded > starts.length) {
        starts = Arrays.copyOf(starts, 2 * (length + folded));
        ends = Arrays.copyOf(ends, 2 * (length + folded));
      }
      Arrays.fill(starts, length, length + folded, from);
      Arrays.fill(ends, length, length + folded, to);
      length += folded;
    }

    int length() {
      return length;
    }

    int startOf(int folded) {
      return starts[folded];
    }

    int endOf(int folded) {
      return ends[folded];
    }
  }
}
