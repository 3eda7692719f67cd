package io.mosskit.plugins.solve;

import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.exact.Refusal;
import io.mosskit.plugins.solve.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/// Cuts equations into tokens. What Chinese typesetting writes wide, `２ｘ＋（１－ｘ）×３＝７`, reads as the
/// narrow form does, and so do `x²` and `√(2)`.
final class Lexer {

  private static final int WIDE_TO_NARROW = 'Ａ' - 'A';
  private static final int THOUSAND = 3; // the digits of a group

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int next;

  private Lexer(String text) {
    this.text = text;
  }

  /// The tokens of the text, the last of them of kind [Kind#END].
  static List<Token> tokens(String text) throws Refusal {
    StringBuilder narrow = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      narrow.append(narrow(text.charAt(i)));
    }
    return new Lexer(narrow.toString()).tokens();
  }

  private static char narrow(char c) {
    return switch (c) {
      case '×', '·', '⋅', '∙' -> '*';
      case '÷', '∕' -> '/';
      case '−', '–', '—' -> '-';
      case '　', '\t', '\u00a0', '\r' -> ' ';
      default -> c >= '！' && c <= '～' ? (char) (c - WIDE_TO_NARROW) : c;
    };
  }

  private List<Token> tokens() throws Refusal {
    skipSpace();
    while (next < text.length()) {
      token();
      skipSpace();
    }
    add(Kind.END, "", next);
    return tokens;
  }

  private void skipSpace() {
    while (peek(0) == ' ') {
      next++;
    }
  }

  private void token() throws Refusal {
    if (isDigit(peek(0)) || (peek(0) == '.' && isDigit(peek(1)))) {
      number();
    } else if (isLetter(text.codePointAt(next))) {
      name();
    } else {
      symbol();
    }
  }

  private void number() throws Refusal {
    int start = next;
    skipDigits();
    requireNoGroup(start);
    if (peek(0) == '.') {
      next++;
      skipDigits();
    }
    int sign = peek(1) == '+' || peek(1) == '-' ? 1 : 0;
    if ((peek(0) == 'e' || peek(0) == 'E') && isDigit(peek(1 + sign))) {
      next += 1 + sign;
      skipDigits();
    }
    add(Kind.NUMBER, text.substring(start, next), start);
  }

  private void skipDigits() {
    while (isDigit(peek(0))) {
      next++;
    }
  }

  /// Refuses `1,000`, which would read as two equations.
  private void requireNoGroup(int start) throws Refusal {
    int digits = 0;
    while (peek(0) == ',' && isDigit(peek(1 + digits))) {
      digits++;
    }
    if (digits == THOUSAND) {
      throw malformed(start, "write a number without commas, and a blank after one that divides");
    }
  }

  private void name() {
    int start = next;
    while (next < text.length() && isNamePart(text.codePointAt(next))) {
      next += Character.charCount(text.codePointAt(next));
    }
    String name = text.substring(start, next);
    add(name.equals("and") ? Kind.SEPARATOR : Kind.NAME, name.equals("π") ? "pi" : name, start);
  }

  private void symbol() throws Refusal {
    int start = next++;
    switch (text.charAt(start)) {
      case '+', '-', '/', '^', '(', ')', '[', ']', '{', '}' ->
          add(Kind.SYMBOL, text.substring(start, next), start);
      case '*' -> add(Kind.SYMBOL, follows('*') ? "^" : "*", start);
      case '=' -> {
        follows('=');
        add(Kind.SYMBOL, "=", start);
      }
      case ';', ',', '\n' -> add(Kind.SEPARATOR, text.substring(start, next), start);
      case '²' -> power("2", start);
      case '³' -> power("3", start);
      case '√' -> add(Kind.NAME, "sqrt", start);
      case '<', '>', '≤', '≥', '≠' ->
          throw malformed(start, "inequalities are not solved; expected '='");
      case '%' -> throw malformed(start, "write 20% as 0.2");
      default -> throw unexpected(start);
    }
  }

  private boolean follows(char symbol) {
    boolean there = peek(0) == symbol;
    if (there) {
      next++;
    }
    return there;
  }

  private void power(String exponent, int start) {
    add(Kind.SYMBOL, "^", start);
    add(Kind.NUMBER, exponent, start);
  }

  private void add(Kind kind, String token, int start) {
    tokens.add(new Token(kind, token, start + 1));
  }

  private Refusal unexpected(int start) {
    int c = text.codePointAt(start);
    String found =
        Character.isISOControl(c) ? "U+%04X".formatted(c) : "'" + Character.toString(c) + "'";
    return malformed(
        start, found + " is no part of an equation; expected numbers, names, + - * / ^ ( ) =");
  }

  private static Refusal malformed(int index, String detail) {
    return new Refusal(Reason.MALFORMED_ARGUMENT, "character " + (index + 1) + ": " + detail);
  }

  /// The character so far ahead, or NUL past the end.
  private char peek(int ahead) {
    return next + ahead < text.length() ? text.charAt(next + ahead) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(int c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isNamePart(int c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }
}
