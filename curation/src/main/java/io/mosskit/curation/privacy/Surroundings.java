package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.afterBlanks;
import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.beforeBlanks;
import static io.mosskit.curation.privacy.Characters.digitsEnd;
import static io.mosskit.curation.privacy.Characters.isDigit;
import static io.mosskit.curation.privacy.Characters.isWord;

/// What the characters next to a number say of it.
final class Surroundings {
  private static final String BEFORE_TERM = "=+×÷^%≈·√−(";
  private static final String AFTER_TERM = "=+×÷^%≈·−*";
  private static final String MONEY = "$¥€£￥₹";
  private static final String UNITS = "元万亿千百倍米克吨个年人次%℃°";

  private Surroundings() {}

  /// Whether the number stands alone: not in a word, not after a decimal point or before one, not
  /// joined by a hyphen to other digits.
  static boolean standsAlone(String text, int start, int end) {
    char before = at(text, start - 1);
    char after = at(text, end);
    if (isWord(before) || isWord(after)) {
      return false;
    }
    boolean joinedBefore = isJoint(before) && isWord(at(text, start - 2));
    boolean joinedAfter = isJoint(after) && isWord(at(text, end + 1));
    return !joinedBefore && !joinedAfter;
  }

  private static boolean isJoint(char c) {
    return c == '.' || c == '-';
  }

  /// Whether it stands where a calculation has its operands and results, or money its amount.
  static boolean isArithmetic(String text, int start, int end) {
    int left = beforeBlanks(text, start);
    char before = at(text, left);
    char after = at(text, afterBlanks(text, end));
    return MONEY.indexOf(before) >= 0
        || isOperatorBefore(text, left)
        || (AFTER_TERM.indexOf(after) >= 0 && !isEmphasis(text, end))
        || UNITS.indexOf(after) >= 0
        || isMinus(text, afterBlanks(text, end))
        || isDivided(text, end);
  }

  private static boolean isOperatorBefore(String text, int left) {
    char before = at(text, left);
    if (before == '(') {
      return isWord(at(text, left - 1)); // an argument: f(13800000001)
    }
    if (before == '*' || before == '-' || before == '/') {
      return isDigit(at(text, beforeBlanks(text, left))) || at(text, left - 1) == ')';
    }
    return BEFORE_TERM.indexOf(before) >= 0
        || endsWithCommand(text, left + 1)
        || isResult(text, left);
  }

  /// `=> '42'`, as plugins print what they have worked out.
  private static boolean isResult(String text, int left) {
    boolean quoted = at(text, left) == '\'' || at(text, left) == '"';
    int sign = quoted ? beforeBlanks(text, left) : left;
    return text.startsWith("=>", sign - 1);
  }

  /// `\times` and the like.
  private static boolean endsWithCommand(String text, int end) {
    return text.startsWith("\\times", end - 6)
        || text.startsWith("\\cdot", end - 5)
        || text.startsWith("\\frac{", end - 6)
        || text.startsWith("\\div", end - 4);
  }

  /// Divided by a number; what has as many digits as itself is another one of its kind.
  private static boolean isDivided(String text, int end) {
    int divisorEnd = digitsEnd(text, end + 1, 8);
    return at(text, end) == '/' && divisorEnd > end + 1 && divisorEnd < end + 8;
  }

  private static boolean isEmphasis(String text, int end) {
    return text.startsWith("**", end);
  }

  private static boolean isMinus(String text, int index) {
    return at(text, index) == '-' && at(text, index + 1) == ' ' && isDigit(at(text, index + 2));
  }
}
