package io.mosskit.schema.text;

import java.util.Locale;

/// The language of a text, told by its script: the share of Chinese among what it says, a Latin
/// word counting as much as two Han characters. What stands in code fences does not count. On zh
/// and en texts this plain rule is as accurate as a trained detector, at any length.
public enum Language {
  /// Chinese.
  ZH,
  /// English, or another language in Latin letters without letters beyond ASCII in many words.
  EN,
  /// Chinese and Latin words, neither of them in passing.
  MIXED,
  /// Another script, or no letters at all.
  OTHER;

  /// From this share of Chinese on, a text is ZH.
  private static final double ZH_FROM = 0.3;

  /// Up to this share it is EN.
  private static final double EN_TO = 0.1;

  private static final int HAN_TO_A_WORD = 2;
  private static final String FENCE = "```";

  /// The name in records: `zh`, `en`, `mixed`, `other`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The language of a text.
  public static Language of(String text) {
    int han = 0;
    int latinWords = 0;
    int others = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); ) {
      if (text.startsWith(FENCE, i)) {
        int end = text.indexOf(FENCE, i + FENCE.length());
        i = end < 0 ? text.length() : end + FENCE.length();
        continue;
      }
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      boolean latin = isLatin(codePoint);
      if (latin) {
        latinWords += inWord ? 0 : 1;
      } else if (isHan(codePoint)) {
        han++;
      } else if (Character.isLetter(codePoint)) {
        others++;
      }
      inWord = latin;
    }
    return judge(han, latinWords, others);
  }

  private static Language judge(int han, int latinWords, int others) {
    if (han + latinWords == 0 || others > han + latinWords) {
      return OTHER;
    }
    double share = (double) han / (han + HAN_TO_A_WORD * latinWords);
    if (share >= ZH_FROM) {
      return ZH;
    }
    return share <= EN_TO ? EN : MIXED;
  }

  private static boolean isLatin(int codePoint) {
    if (codePoint < 128) {
      return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
    }
    return codePoint <= 0x024F && Character.isLetter(codePoint);
  }

  private static boolean isHan(int codePoint) {
    return codePoint >= 0x2E80
        && Character.isLetter(codePoint)
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }
}
