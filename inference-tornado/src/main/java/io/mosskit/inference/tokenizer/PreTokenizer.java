package io.mosskit.inference.tokenizer;

/// Cuts ordinary text into the pieces within which bytes are merged: GPT-2's pattern, written out.
///
/// ```
/// 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// ```
///
/// What is a letter or a number is for the Unicode version of the JDK to say (16.0 in JDK 25).
final class PreTokenizer {

  private static final byte LETTER = 0;
  private static final byte NUMBER = 1;
  private static final byte WHITE_SPACE = 2;
  private static final byte OTHER = 3;

  /// Half a character: its class takes a closer look.
  private static final byte SURROGATE = 4;

  /// The class of each `char`.
  private static final byte[] CLASSES = new byte[1 << 16];

  static {
    for (int c = 0; c < CLASSES.length; c++) {
      CLASSES[c] = Character.isSurrogate((char) c) ? SURROGATE : classify(c);
    }
  }

  private PreTokenizer() {}

  /// The end of the piece that begins at `from`; `from < to`, and `to` is the end of the text.
  static int pieceEnd(char[] text, int from, int to) {
    char first = text[from];
    int contraction = first == '\'' ? contractionLength(text, from, to) : 0;
    if (contraction > 0) {
      return from + contraction;
    }
    int start = first == ' ' && from + 1 < to ? from + 1 : from;
    byte type = classAt(text, start, to);
    if (type != WHITE_SPACE) {
      return runEnd(text, start, to, type);
    }
    // The last character of a run of white space belongs to what follows it, unless it is alone.
    int end = runEnd(text, from, to, WHITE_SPACE);
    return end == to || end == from + 1 ? end : end - 1;
  }

  private static int contractionLength(char[] text, int from, int to) {
    char second = from + 1 < to ? text[from + 1] : 0;
    char third = from + 2 < to ? text[from + 2] : 0;
    return switch (second) {
      case 's', 't', 'm', 'd' -> 2;
      case 'r', 'v' -> third == 'e' ? 3 : 0;
      case 'l' -> third == 'l' ? 3 : 0;
      default -> 0;
    };
  }

  private static int runEnd(char[] text, int from, int to, byte type) {
    int i = from;
    while (true) {
      while (i < to && CLASSES[text[i]] == type) {
        i++;
      }
      if (i == to || CLASSES[text[i]] != SURROGATE || classAt(text, i, to) != type) {
        return i;
      }
      i += Character.charCount(Character.codePointAt(text, i, to));
    }
  }

  private static byte classAt(char[] text, int i, int to) {
    byte type = CLASSES[text[i]];
    return type == SURROGATE ? classify(Character.codePointAt(text, i, to)) : type;
  }

  private static byte classify(int codePoint) {
    if (WhiteSpace.isUnicode(codePoint)) {
      return WHITE_SPACE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER ->
          LETTER;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          NUMBER;
      default -> OTHER;
    };
  }
}
