package io.mosskit.inference.tokenizer;

/// The two notions of white space that the encoding rests on.
final class WhiteSpace {

  private WhiteSpace() {}

  /// The White_Space property of Unicode, which is `\s` of the pre-tokenising pattern.
  static boolean isUnicode(int c) {
    return (c >= '\t' && c <= '\r')
        || c == ' '
        || c == 0x85
        || c == 0xA0
        || c == 0x1680
        || (c >= 0x2000 && c <= 0x200A)
        || c == 0x2028
        || c == 0x2029
        || c == 0x202F
        || c == 0x205F
        || c == 0x3000;
  }

  /// What Python's `str.strip` removes: the above and the four information separators.
  static boolean isStripped(int c) {
    return isUnicode(c) || (c >= 0x1C && c <= 0x1F);
  }
}
