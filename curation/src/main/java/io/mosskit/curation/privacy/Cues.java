package io.mosskit.curation.privacy;

import static io.mosskit.curation.privacy.Characters.at;
import static io.mosskit.curation.privacy.Characters.isWord;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Words before a number that say what it is. The nearest one on its line decides.
///
/// @param pro words that speak for it, in lower case
/// @param contra words that speak against it
record Cues(List<String> pro, List<String> contra) {
  private static final int REACH = 40;
  private static final Pattern BETWEEN =
      Pattern.compile("(?: is| at| on| no| number|号码|号|[ :=是为在#.()*`'\"“\\[])*+$");

  Cues {
    pro = List.copyOf(pro);
    contra = List.copyOf(contra);
  }

  static Cues of(String pro, String contra) {
    return new Cues(List.of(pro.split(" ", -1)), List.of(contra.split(" ", -1)));
  }

  /// What the words before a place say of the number there.
  Verdict before(String text, int place) {
    if (!hasLetter(text, place)) {
      return Verdict.NOTHING;
    }
    String line = line(text, place);
    int speaksFor = last(line, pro);
    int speaksAgainst = last(line, contra);
    if (speaksFor < 0 && speaksAgainst < 0) {
      return Verdict.NOTHING;
    }
    return speaksFor > speaksAgainst ? Verdict.PRO : Verdict.CONTRA;
  }

  /// Whether words can stand there at all: in figures they are not looked for at every place.
  private static boolean hasLetter(String text, int place) {
    for (int i = Math.max(0, place - REACH); i < place; i++) {
      if (Character.isLetter(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// What stands before a place on its line, as far as words reach.
  private static String line(String text, int place) {
    String before = text.substring(Math.max(0, place - REACH), place);
    return before.substring(before.lastIndexOf('\n') + 1).toLowerCase(Locale.ROOT);
  }

  /// Whether one of the words that speak for a number stands right before it, with nothing between
  /// but signs and a verb.
  boolean isAdjacent(String text, int place) {
    String line = line(text, place);
    String words = BETWEEN.matcher(line).replaceFirst("");
    return last(words, pro) == words.length();
  }

  enum Verdict {
    PRO,
    CONTRA,
    NOTHING
  }

  /// Where the last of the words ends, or -1.
  private static int last(String line, List<String> words) {
    int last = -1;
    for (String word : words) {
      int at = line.lastIndexOf(word);
      while (at >= 0 && !stands(line, at, word)) {
        at = at == 0 ? -1 : line.lastIndexOf(word, at - 1);
      }
      last = at < 0 ? last : Math.max(last, at + word.length());
    }
    return last;
  }

  /// Whether it is a word there and not a part of one; Chinese knows no such difference.
  private static boolean stands(String line, int at, String word) {
    return !isWord(word.charAt(0))
        || (!isWord(at(line, at - 1)) && !isWord(at(line, at + word.length())));
  }
}
