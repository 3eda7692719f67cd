package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that is known in one language, Chinese or English.
record Book(Language language, WordLists lists, Grammar grammar, Phrases phrases) {

  private static final List<String> FILES =
      List.of(
          "topics", "common", "roles", "prompts", "plugins", "safety", "code", "cues", "replies",
          "turns");

  /// Reads the word lists of a language.
  static Book read(Language language) {
    String folder = language.label().toLowerCase(Locale.ROOT);
    WordLists lists =
        WordLists.read(FILES.stream().map(file -> folder + "/" + file + ".txt").toList());
    return new Book(language, lists, new Grammar(lists), new Phrases(lists));
  }

  boolean isChinese() {
    return language == Language.ZH;
  }

  /// A text for a list, with these slots given.
  String say(String list, Map<String, String> bound, RandomGenerator random) {
    return grammar.write(list, bound, random);
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
