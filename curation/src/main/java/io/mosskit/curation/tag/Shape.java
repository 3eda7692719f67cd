package io.mosskit.curation.tag;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.List;

/// What a text looks like, whatever it says: a few words such as `length-7 newlines-2 zh-3`, each a
/// count or a share in steps. One pass, no pattern matching.
final class Shape {

  private static final int SENTENCES_AT_MOST = 6;
  private static final int NEWLINES_AT_MOST = 4;
  private static final int OTHERS_AT_MOST = 3;

  /// A Chinese character says about as much as three Latin letters.
  private static final int LETTERS_TO_A_CHARACTER = 3;

  private Shape() {}

  /// What is counted. The names of the constants are those of the features.
  private enum Count {
    NEWLINES("\n", NEWLINES_AT_MOST),
    QUESTIONS("?？", OTHERS_AT_MOST),
    QUOTES("\"“”「」", OTHERS_AT_MOST),
    CODE("{};=<>`", OTHERS_AT_MOST),
    COLONS(":：", OTHERS_AT_MOST),
    BRACKETS("[【", OTHERS_AT_MOST),
    SENTENCES("。！？.!?", SENTENCES_AT_MOST),
    I("我", OTHERS_AT_MOST),
    YOU("你", OTHERS_AT_MOST),
    DIGITS("0123456789", OTHERS_AT_MOST);

    private final String characters;
    private final int atMost;

    Count(String characters, int atMost) {
      this.characters = characters;
      this.atMost = atMost;
    }
  }

  /// The features of a text.
  static List<String> of(String text) {
    int[] counts = new int[Count.values().length];
    int undivided = 0;
    int characters = 0;
    int wordStart = -1;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      characters++;
      undivided += Units.isUndivided(codePoint) ? 1 : 0;
      for (Count count : Count.values()) {
        counts[count.ordinal()] += count.characters.indexOf(codePoint) >= 0 ? 1 : 0;
      }
      boolean letter = isAsciiLetter(codePoint);
      if (letter && wordStart < 0) {
        wordStart = i;
      } else if (!letter && wordStart >= 0) {
        countWord(text, wordStart, i, counts);
        wordStart = -1;
      }
      i += Character.charCount(codePoint);
    }
    if (wordStart >= 0) {
      countWord(text, wordStart, text.length(), counts);
    }
    return features(counts, undivided, characters);
  }

  private static List<String> features(int[] counts, int undivided, int characters) {
    List<String> features = new ArrayList<>();
    int length = undivided == 0 ? characters : LETTERS_TO_A_CHARACTER * characters;
    features.add("length-" + (int) (2 * Math.log(length + 1.0) / Math.log(2)));
    features.add("zh-" + 4 * undivided / Math.max(1, characters));
    for (Count count : Count.values()) {
      features.add(count + "-" + Math.min(counts[count.ordinal()], count.atMost));
    }
    return features;
  }

  private static void countWord(String text, int from, int to, int[] counts) {
    if (to - from == 1 && text.charAt(from) == 'I') {
      counts[Count.I.ordinal()]++;
    } else if (to - from == 3 && text.regionMatches(true, from, "you", 0, 3)) {
      counts[Count.YOU.ordinal()]++;
    }
  }

  private static boolean isAsciiLetter(int codePoint) {
    return (codePoint >= 'a' && codePoint <= 'z') || (codePoint >= 'A' && codePoint <= 'Z');
  }
}
