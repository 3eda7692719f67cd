package io.mosskit.schema.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The units in which texts are compared, for the novelty gate and for duplicates alike.
///
/// The text is folded first (Unicode NFKC, then lower case), so that full-width letters equal their
/// plain forms. Then every character of a script that does not divide words by blanks (Han,
/// Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) is a unit, and every longest run of other
/// letters, digits and combining marks is one. Everything else separates units and is none itself.
/// So a Chinese text is compared by characters, an English one by words, and a mixed one by both
/// without counting anything twice.
public final class Units {

  private Units() {}

  /// Receives units where they stand in the folded text, without a string for each.
  @FunctionalInterface
  public interface Visitor {

    /// Called once for each unit.
    ///
    /// @param folded the whole text as its units see it
    /// @param from the index of the unit's first character
    /// @param to the index after its last
    void unit(String folded, int from, int to);
  }

  /// The units of a text in their order.
  public static List<String> of(String text) {
    List<String> units = new ArrayList<>();
    visit(text, (folded, from, to) -> units.add(folded.substring(from, to)));
    return List.copyOf(units);
  }

  /// Shows the units of a text in their order: the same ones as [#of], in one pass.
  public static void visit(String text, Visitor visitor) {
    String folded = fold(text);
    int wordStart = -1;
    for (int i = 0; i < folded.length(); ) {
      int codePoint = folded.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      boolean single = isUndivided(codePoint);
      if (!single && isWordCharacter(codePoint)) {
        wordStart = wordStart < 0 ? i : wordStart;
      } else {
        if (wordStart >= 0) {
          visitor.unit(folded, wordStart, i);
          wordStart = -1;
        }
        if (single) {
          visitor.unit(folded, i, next);
        }
      }
      i = next;
    }
    if (wordStart >= 0) {
      visitor.unit(folded, wordStart, folded.length());
    }
  }

  /// The text as its units see it: Unicode NFKC, lower case.
  public static String fold(String text) {
    String folded = PlainFolding.of(text);
    return folded != null ? folded : foldAny(text);
  }

  /// The same by the rules of Unicode, for any text.
  static String foldAny(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }

  private static boolean isWordCharacter(int codePoint) {
    if (codePoint < 128) {
      return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= '0' && codePoint <= '9');
    }
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }

  /// Whether the character is of a script that writes words without blanks between them.
  public static boolean isUndivided(int codePoint) {
    if (codePoint < 0x0E00) {
      return false;
    }
    if (codePoint >= 0x4E00 && codePoint <= 0x9FFF) {
      return true;
    }
    if (!Character.isLetter(codePoint)) {
      return false;
    }
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
