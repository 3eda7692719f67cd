package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds entries of word lists in somebody's text. Case, punctuation and blanks beside Han
/// characters do not count; Latin words are found only whole.
final class Phrases {

  /// An entry that was found: the list, its place there, and its words.
  record Hit(String list, int index, String phrase) {}

  private final WordLists lists;
  private final Map<String, List<String>> folded = new HashMap<>();

  Phrases(WordLists lists) {
    this.lists = lists;
    for (String name : lists.names()) {
      folded.put(name, lists.get(name).stream().map(Phrases::fold).toList());
    }
  }

  /// The form in which texts are compared.
  static String fold(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    boolean afterWord = false;
    String units = Units.fold(text);
    for (int i = 0; i < units.length(); ) {
      int codePoint = units.codePointAt(i);
      i += Character.charCount(codePoint);
      if (!Character.isLetterOrDigit(codePoint)) {
        gap = true;
        continue;
      }
      boolean word = !Units.isUndivided(codePoint);
      if (gap && word && afterWord) {
        out.append(' ');
      }
      out.appendCodePoint(codePoint);
      gap = false;
      afterWord = word;
    }
    return out.toString();
  }

  /// The longest entry of these lists that occurs in a folded text.
  Optional<Hit> longest(String text, List<String> names) {
    Hit best = null;
    int length = 0;
    for (String name : names) {
      List<String> entries = folded.getOrDefault(name, List.of());
      for (int i = 0; i < entries.size(); i++) {
        if (entries.get(i).length() > length && occurs(entries.get(i), text)) {
          best = new Hit(name, i, lists.get(name).get(i));
          length = entries.get(i).length();
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /// Whether an entry of that list occurs in a folded text.
  boolean any(String text, String name) {
    return folded.getOrDefault(name, List.of()).stream().anyMatch(entry -> occurs(entry, text));
  }

  /// How many entries of that list occur in a folded text.
  int count(String text, String name) {
    return (int)
        folded.getOrDefault(name, List.of()).stream().filter(entry -> occurs(entry, text)).count();
  }

  /// The entries of that list which occur in a folded text, in the list's order.
  List<String> all(String text, String name) {
    List<String> found = new ArrayList<>();
    List<String> entries = folded.getOrDefault(name, List.of());
    for (int i = 0; i < entries.size(); i++) {
      if (occurs(entries.get(i), text)) {
        found.add(lists.get(name).get(i));
      }
    }
    return found;
  }

  private static boolean occurs(String phrase, String text) {
    if (phrase.isEmpty()) {
      return false;
    }
    for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      if (!joins(text, at - 1, at)
          && !joins(text, at + phrase.length() - 1, at + phrase.length())) {
        return true;
      }
    }
    return false;
  }

  /// Whether two neighbouring characters belong to one Latin word.
  private static boolean joins(String text, int left, int right) {
    return left >= 0
        && right < text.length()
        && isWord(text.charAt(left))
        && isWord(text.charAt(right));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) && !Units.isUndivided(c);
  }
}
