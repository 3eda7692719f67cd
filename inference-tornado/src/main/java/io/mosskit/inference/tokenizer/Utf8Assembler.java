package io.mosskit.inference.tokenizer;

/// Turns bytes into characters as they come. Ill-formed UTF-8 becomes U+FFFD, one for each maximal
/// subpart of a character (The Unicode Standard 16.0, section 3.9, "U+FFFD Substitution of Maximal
/// Subparts"), as in Python; Java's own decoder differs for the surrogates of UTF-16.
final class Utf8Assembler {

  private static final char REPLACEMENT = '\uFFFD';

  private int codePoint;
  private int missing;

  /// What the next byte must be, while some are missing.
  private int lowest;

  private int highest;

  /// Takes one byte, 0 to 255, and appends the character that it completes, if any.
  void accept(int b, StringBuilder out) {
    if (missing == 0) {
      begin(b, out);
    } else if (b < lowest || b > highest) {
      finish(out);
      begin(b, out);
    } else {
      lowest = 0x80;
      highest = 0xBF;
      codePoint = (codePoint << 6) | (b & 0x3F);
      if (--missing == 0) {
        out.appendCodePoint(codePoint);
      }
    }
  }

  /// Appends U+FFFD for an incomplete character, and is ready for a new one.
  void finish(StringBuilder out) {
    if (missing > 0) {
      missing = 0;
      out.append(REPLACEMENT);
    }
  }

  private void begin(int b, StringBuilder out) {
    if (b < 0x80) {
      out.append((char) b);
    } else if (b >= 0xC2 && b <= 0xDF) {
      expect(1, b & 0x1F, 0x80, 0xBF);
    } else if (b >= 0xE0 && b <= 0xEF) {
      expect(2, b & 0x0F, b == 0xE0 ? 0xA0 : 0x80, b == 0xED ? 0x9F : 0xBF);
    } else if (b >= 0xF0 && b <= 0xF4) {
      expect(3, b & 0x07, b == 0xF0 ? 0x90 : 0x80, b == 0xF4 ? 0x8F : 0xBF);
    } else {
      out.append(REPLACEMENT);
    }
  }

  private void expect(int count, int bits, int from, int to) {
    missing = count;
    codePoint = bits;
    lowest = from;
    highest = to;
  }
}
