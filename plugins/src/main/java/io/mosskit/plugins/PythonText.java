package io.mosskit.plugins;

import java.util.HexFormat;

/// Text as Python's `repr` prints it, the way the published results quote their answers.
public final class PythonText {

  private static final HexFormat HEX = HexFormat.of();
  private static final int LONGEST_SENTENCE = 400;

  private PythonText() {}

  /// In single quotes, or in double quotes where the text holds a single quote and no double one.
  /// Characters beyond ASCII stay as they are, save those that break lines or are invisible.
  public static String quote(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder quoted = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints().forEach(c -> append(quoted, c, quote));
    return quoted.append(quote).toString();
  }

  /// The first characters of a text, on one line and without quotes; what breaks lines or is
  /// invisible is escaped.
  static String sentence(String text) {
    StringBuilder sentence = new StringBuilder();
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      if (sentence.length() >= LONGEST_SENTENCE) {
        return sentence.append('…').toString();
      }
      int c = text.codePointAt(at);
      if (isPrintable(c)) {
        sentence.appendCodePoint(c);
      } else {
        append(sentence, c, '\'');
      }
    }
    return sentence.toString();
  }

  private static void append(StringBuilder out, int c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(quote);
        } else if (isPrintable(c)) {
          out.appendCodePoint(c);
        } else {
          appendHex(out, c);
        }
      }
    }
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static void appendHex(StringBuilder out, int c) {
    if (c < 0x100) {
      out.append("\\x").append(HEX.toHexDigits(c, 2));
    } else if (c < 0x10000) {
      out.append("\\u").append(HEX.toHexDigits(c, 4));
    } else {
      out.append("\\U").append(HEX.toHexDigits(c, 8));
    }
  }
}
