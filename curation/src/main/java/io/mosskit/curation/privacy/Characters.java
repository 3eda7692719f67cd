package io.mosskit.curation.privacy;

/// Questions about single characters and what stands around a stretch of text.
final class Characters {
  private static final int FULL_WIDTH = 0xFEE0;

  private Characters() {}

  /// The text with full-width letters, digits and signs in their narrow form. A character stays a
  /// character, so that places in it are places in the text.
  static String fold(String text) {
    int first = 0;
    while (first < text.length() && narrow(text.charAt(first)) == text.charAt(first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] folded = text.toCharArray();
    for (int i = first; i < folded.length; i++) {
      folded[i] = narrow(folded[i]);
    }
    return new String(folded);
  }

  private static char narrow(char c) {
    if (c < '\u3000') {
      return c;
    }
    return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - FULL_WIDTH) : c == '\u3000' ? ' ' : c;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /// A letter, digit or `_`: what makes two stretches one word.
  static boolean isWord(char c) {
    return isDigit(c) || isLetter(c) || c == '_';
  }

  static boolean isHan(char c) {
    return c >= '\u4E00' && c <= '\u9FFF';
  }

  /// The character there, or a line break outside the text.
  static char at(String text, int index) {
    return index >= 0 && index < text.length() ? text.charAt(index) : '\n';
  }

  /// The end of the run of digits there, at most so many.
  static int digitsEnd(String text, int from, int most) {
    int end = from;
    int limit = (int) Math.min(text.length(), (long) from + most);
    while (end < limit && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  /// The first place from here on that holds no blank; at most 8 are passed.
  static int afterBlanks(String text, int from) {
    int at = from;
    while (at < from + 8 && at(text, at) == ' ') {
      at++;
    }
    return at;
  }

  /// The place of the last character before this one that is no blank; at most 8 are passed.
  static int beforeBlanks(String text, int from) {
    int at = from - 1;
    while (at > from - 9 && at(text, at) == ' ') {
      at--;
    }
    return at;
  }
}
