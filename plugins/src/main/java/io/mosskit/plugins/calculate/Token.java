package io.mosskit.plugins.calculate;

/// A piece of an expression.
///
/// @param text as written, except that `^` is `**` already and a number has lost its underscores
/// @param at the place of its first character, counted from 1
record Token(Kind kind, String text, int at) {

  enum Kind {
    INTEGER,
    REAL,
    NAME,
    SYMBOL,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /// The token as an error message shows it.
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text + "'";
  }
}
