package io.mosskit.schema.labels;

import java.text.BreakIterator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text in the cell of a spreadsheet. What a spreadsheet would run as a formula, or would turn into
/// a number, a date or a truth value, stands in the table behind an apostrophe.
///
/// Whether a text is such does not depend on apostrophes before it. So [#guard] puts one more
/// before every text that is, whatever number it has, [#unguard] takes one from every cell that is,
/// and the two undo each other. Source: OWASP, CSV Injection; Microsoft Excel specifications and
/// limits.
public final class Cell {

  /// The most characters (UTF-16 units) that Excel holds in a cell.
  static final int LIMIT = 32_767;

  private static final String ELLIPSIS = "…";

  /// What may stand before a formula or a number without hiding it: blanks, quotes, controls,
  /// invisible characters.
  private static final String LEAD = "\\p{Z}\\p{Cc}\\p{Cf}'\"‘’“”＇＂";

  private static final Pattern FORMULA = Pattern.compile("[" + LEAD + "]*[-=+@\\t\\r\\n\\x00＝＋－＠]");

  /// An integer that Excel shows, and therefore saves, digit by digit.
  private static final Pattern SAFE_INTEGER = Pattern.compile("'*(0|[1-9][0-9]{0,10})");

  private static final Pattern TRUTH_VALUE =
      Pattern.compile("[" + LEAD + "]*(true|false)[" + LEAD + "]*", Pattern.CASE_INSENSITIVE);

  /// What numbers, dates and times are made of, in English and Chinese.
  private static final Pattern PIECE_OF_NUMBER =
      Pattern.compile(
          "[-\\p{Nd}\\p{Sc}.,:/()%+"
              + LEAD
              + "]+"
              + "|jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?"
              + "|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?|[ap]m|e"
              + "|年|月|日|上午|下午|时|分|秒",
          Pattern.CASE_INSENSITIVE);

  private Cell() {}

  /// The cell for a text, cut where it is longer than a cell can be.
  public static String of(String text) {
    return guard(shorten(text, isAtRisk(text) ? LIMIT - 1 : LIMIT));
  }

  static String guard(String text) {
    return isAtRisk(text) ? "'" + text : text;
  }

  /// The text in a cell that [#of] has made.
  public static String unguard(String cell) {
    return cell.startsWith("'") && isAtRisk(cell) ? cell.substring(1) : cell;
  }

  /// The text, or as much of its beginning as fits with `…` into that many UTF-16 units, cut
  /// between two characters as people see them.
  static String shorten(String text, int limit) {
    if (text.length() <= limit) {
      return text;
    }
    BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
    characters.setText(text.substring(0, limit + 1));
    return text.substring(0, characters.preceding(limit)) + ELLIPSIS;
  }

  private static boolean isAtRisk(String text) {
    return FORMULA.matcher(text).lookingAt()
        || TRUTH_VALUE.matcher(text).matches()
        || (isNumberLike(text) && !SAFE_INTEGER.matcher(text).matches());
  }

  private static boolean isNumberLike(String text) {
    Matcher piece = PIECE_OF_NUMBER.matcher(text);
    int end = 0;
    while (end < text.length() && piece.region(end, text.length()).lookingAt()) {
      end = piece.end();
    }
    return end == text.length() && text.codePoints().anyMatch(Character::isDigit);
  }
}
