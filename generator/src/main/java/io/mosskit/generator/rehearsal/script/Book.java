package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is known in one language, Chinese or English.
record Book(
    Language language,
    WordLists lists,
    Grammar grammar,
    Phrases phrases,
    Frames frames,
    String setPhrases) {

  private static final List<String> FILES =
      List.of(
          "topics",
          "common",
          "roles",
          "prompts",
          "demands",
          "plugins",
          "safety",
          "code",
          "cues",
          "replies",
          "turns",
          "judge",
          "calculate",
          "solve",
          "search",
          "paint",
          "mix",
          "tools");
  private static final Pattern SET_PHRASES =
      Pattern.compile(
          ".*\\.(?:open|close|intro|outro|more|talk|changed|focus|quote|again|enter|detail|ask)"
              + "|ask\\.quote|notice\\.title|letter\\.bye");

  /// Reads the word lists of a language.
  static Book read(Language language) {
    String folder = language.label().toLowerCase(Locale.ROOT);
    WordLists lists =
        WordLists.read(FILES.stream().map(file -> folder + "/" + file + ".txt").toList());
    return new Book(
        language,
        lists,
        new Grammar(lists),
        new Phrases(lists),
        new Frames(lists),
        setPhrases(lists));
  }

  /// Everything that greets, offers or leads over and says nothing itself, folded for [Phrases].
  private static String setPhrases(WordLists lists) {
    return lists.names().stream()
        .filter(name -> SET_PHRASES.matcher(name).matches() && !name.startsWith(Frames.PREFIX))
        .flatMap(name -> lists.get(name).stream())
        .map(Phrases::fold)
        .collect(Collectors.joining("|"));
  }

  /// Whether words belong to the frame of a reply and not to what it says.
  boolean isSetPhrase(String words) {
    return setPhrases.contains(Phrases.fold(words));
  }

  boolean isChinese() {
    return language == Language.ZH;
  }

  /// Sentences one after another, as the language divides them. Empty ones leave no trace.
  String join(String... sentences) {
    return Stream.of(sentences)
        .filter(sentence -> !sentence.isEmpty())
        .collect(Collectors.joining(isChinese() ? "" : " "));
  }

  /// The names of the lists that an index list names: `topic` and `sleep` give `topic.sleep`.
  List<String> family(String prefix, String index) {
    return lists.get(index).stream().map(member -> prefix + "." + member).toList();
  }

  /// An enumeration: `a, b and c`.
  String enumerate(List<String> things) {
    if (isChinese()) {
      return String.join("、", things);
    }
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }
}
