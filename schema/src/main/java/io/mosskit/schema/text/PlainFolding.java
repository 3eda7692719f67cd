package io.mosskit.schema.text;

import org.jspecify.annotations.Nullable;

/// Folds texts of which every character stands for itself: ASCII, the common ideographs, full-width
/// forms of ASCII, and the punctuation of Chinese and English. Nothing in them combines with its
/// neighbour, so each character is folded alone, several times as fast as the rules of Unicode are
/// applied to a whole text.
final class PlainFolding {

  /// From a full-width form to the character itself.
  private static final int WIDTH = 0xFF01 - '!';

  private PlainFolding() {}

  /// The folded text, null where it has other characters.
  static @Nullable String of(String text) {
    char[] folded = new char[text.length()];
    for (int i = 0; i < folded.length; i++) {
      int c = text.charAt(i);
      if (c >= 0xFF01 && c <= 0xFF5E) {
        c -= WIDTH;
      } else if (c == 0x3000) {
        c = ' ';
      } else if (c >= 0x80 && !isItself(c)) {
        return null;
      }
      folded[i] = (char) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
    }
    return new String(folded);
  }

  /// Common ideographs, quotation marks, dashes, and 、。〃〈〉《》「」『』【】.
  private static boolean isItself(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3001 && c <= 0x3003)
        || (c >= 0x3008 && c <= 0x3011)
        || (c >= 0x2018 && c <= 0x201F)
        || c == 0x2013
        || c == 0x2014;
  }
}
