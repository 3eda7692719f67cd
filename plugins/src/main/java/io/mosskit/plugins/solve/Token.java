package io.mosskit.plugins.solve;

/// A piece of an equation.
///
/// @param text as written, except that full-width forms are narrow, `**` is `^` and `==` is `=`
/// @param at the place of its first character, counted from 1
record Token(Kind kind, String text, int at) {

  enum Kind {
    NUMBER,
    NAME,
    SYMBOL,
    /// What divides equations: `;`, `,`, a line's end, the word `and`.
    SEPARATOR,
    END
  }

  boolean is(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /// The token as an error message shows it.
  String shown() {
    return kind == Kind.END ? "the end" : "'" + text.replace("\n", "\\n") + "'";
  }
}
