package io.mosskit.plugins.calculate;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.calculate.Token.Kind;
import io.mosskit.plugins.exact.Refusal;
import java.util.ArrayList;
import java.util.List;

/// Cuts an expression into tokens by Python's lexical rules, of which it keeps decimal numbers,
/// names and the arithmetic operators.
final class Lexer {

  private final String text;
  private int next;

  private Lexer(String text) {
    this.text = text;
  }

  /// The tokens of the text, the last of them of kind [Kind#END].
  static List<Token> tokens(String text) throws Refusal {
    return new Lexer(text).tokens();
  }

  private List<Token> tokens() throws Refusal {
    List<Token> tokens = new ArrayList<>();
    skipSpace();
    while (next < text.length()) {
      tokens.add(token());
      skipSpace();
    }
    tokens.add(new Token(Kind.END, "", next + 1));
    return tokens;
  }

  private void skipSpace() {
    while (peek(0) == ' ' || peek(0) == '\t' || peek(0) == '\f') {
      next++;
    }
  }

  private Token token() throws Refusal {
    if (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)))) {
      return number();
    }
    if (isLetter(text.codePointAt(next))) {
      return name();
    }
    return symbol();
  }

  private Token number() throws Refusal {
    int start = next;
    boolean real = false;
    skipDigits();
    if (peek(0) == '.') {
      real = true;
      next++;
      skipDigits();
    }
    int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
      real = true;
      next += 1 + sign;
      skipDigits();
    }
    String digits = text.substring(start, next).replace("_", "");
    if (!real && isPadded(digits)) {
      throw malformed(start, "the integer '" + digits + "' has leading zeros; write it without");
    }
    return new Token(real ? Kind.REAL : Kind.INTEGER, digits, start + 1);
  }

  /// Whether zeros stand before another digit. Zero itself may be written `000`.
  private static boolean isPadded(String digits) {
    return digits.startsWith("0") && digits.chars().anyMatch(c -> c != '0');
  }

  /// Digits, and single underscores between digits.
  private void skipDigits() {
    while (isDigit(peek(0)) || (peek(0) == '_' && isDigit(peek(-1)) && isDigit(peek(1)))) {
      next++;
    }
  }

  /// Letters, digits and underscores, with dots between them as in `math.sqrt`.
  private Token name() {
    int start = next;
    while (next < text.length() && isNamePart(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    return new Token(Kind.NAME, text.substring(start, next), start + 1);
  }

  private Token symbol() throws Refusal {
    int start = next;
    String symbol =
        switch (peek(0)) {
          case '*' -> peek(1) == '*' ? "**" : "*";
          case '/' -> peek(1) == '/' ? "//" : "/";
          case '^', '+', '-', '%', '(', ')', ',' -> text.substring(start, start + 1);
          default -> throw unexpected(text.codePointAt(start));
        };
    next += symbol.length();
    return new Token(Kind.SYMBOL, symbol.equals("^") ? "**" : symbol, start + 1);
  }

  private Refusal unexpected(int c) {
    String found =
        Character.isISOControl(c) ? "U+%04X".formatted(c) : "'" + Character.toString(c) + "'";
    return malformed(
        next, found + " is not arithmetic; expected numbers, names, + - * / // % ^ ** ( ) and ','");
  }

  private static Refusal malformed(int index, String detail) {
    return new Refusal(Reason.MALFORMED_ARGUMENT, "character " + (index + 1) + ": " + detail);
  }

  /// The character so far ahead, or NUL past either end.
  private char peek(int ahead) {
    int index = next + ahead;
    return index >= 0 && index < text.length() ? text.charAt(index) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isNamePart(int c) {
    return c == '.' || isLetter(c) || Character.isDigit(c);
  }
}
