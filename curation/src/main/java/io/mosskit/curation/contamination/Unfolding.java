package io.mosskit.curation.contamination;

import io.mosskit.schema.text.Units;

/// Leads from the places in a folded text, where units stand, back to the text as it was written.
///
/// Folding (NFKC, lower case) works on stretches that do not touch each other: a character with the
/// marks that join it. So each stretch is folded by itself, and a place in what it becomes is the
/// stretch, or the very character where folding keeps the length. The stretches are cut before
/// characters that never join what is before them; Unicode Standard Annex #15, section 9.
final class Unfolding {
  private final int[] starts;
  private final int[] ends;

  /// @param text as it was written
  /// @param length of the folded text
  private Unfolding(String text, int length) {
    starts = new int[length];
    ends = new int[length];
    int folded = 0;
    for (int from = 0; from < text.length(); ) {
      int to = stretchEnd(text, from);
      folded = unfold(from, to, folded, foldedLength(text, from, to));
      from = to;
    }
    if (folded != length) {
      throw new IllegalStateException(
          "a text of %d characters folds to %d, its stretches to %d"
              .formatted(text.length(), length, folded));
    }
  }

  static Unfolding of(String text) {
    return new Unfolding(text, Units.fold(text).length());
  }

  private int unfold(int from, int to, int folded, int length) {
    boolean each = length == to - from;
    for (int i = 0; i < length; i++) {
      starts[folded + i] = each ? from + i : from;
      ends[folded + i] = each ? from + i + 1 : to;
    }
    return folded + length;
  }

  private static int foldedLength(String text, int from, int to) {
    boolean plain = to - from == 1 && (text.charAt(from) < 0x80 || isHan(text.charAt(from)));
    return plain ? 1 : Units.fold(text.substring(from, to)).length();
  }

  private static int stretchEnd(String text, int from) {
    int end = from + Character.charCount(text.codePointAt(from));
    while (end < text.length() && mayJoin(text.codePointAt(end))) {
      end += Character.charCount(text.codePointAt(end));
    }
    return end;
  }

  /// Whether the character, or what it decomposes to, may become one with those before it: marks,
  /// and letters of which some are such (vowels and finals of Korean syllables, half-width voicing
  /// marks).
  private static boolean mayJoin(int codePoint) {
    if (codePoint < 0x300 || isHan(codePoint) || isKanaThaiOrHangul(codePoint)) {
      return false;
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          true;
      default -> false;
    };
  }

  private static boolean isHan(int codePoint) {
    return codePoint >= 0x4E00 && codePoint <= 0x9FFF;
  }

  /// Letters of these scripts that other characters may join, but never they others.
  private static boolean isKanaThaiOrHangul(int codePoint) {
    return (codePoint >= 0x3041 && codePoint <= 0x3096)
        || (codePoint >= 0x30A1 && codePoint <= 0x30FA)
        || (codePoint >= 0x0E01 && codePoint <= 0x0E30)
        || (codePoint >= 0xAC00 && codePoint <= 0xD7A3);
  }

  /// Where that character of the folded text begins in the text.
  int start(int folded) {
    return starts[folded];
  }

  /// Where it ends there.
  int end(int folded) {
    return ends[folded];
  }
}
