package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.Told;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.text.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// A sentence of a search result that may be quoted.
///
/// @param number by which the result is cited
/// @param score how many words it shares with the question
record Snippet(int number, String sentence, int score) {

  private static final Pattern END =
      Pattern.compile("(?<=[。！？])|(?<=[.!?])\\s+(?=[\\p{Lu}\\p{IsHan}\"“0-9])|\\s*\\n\\s*");
  private static final int SHORTEST = 8;
  private static final int LONGEST = 300;

  /// The complete sentence that answers a question best; empty where there is none. One in the
  /// language of the reply comes before all others.
  ///
  /// @param results what a search found
  static Optional<Snippet> best(List<Told> results, String question, Language language) {
    Set<String> wanted = new HashSet<>(Units.of(question));
    Snippet best = null;
    for (Told result : results) {
      for (String sentence : sentences(result.text())) {
        Snippet snippet = new Snippet(result.number(), sentence, shared(sentence, wanted));
        best = best == null || snippet.isBetter(best, language) ? snippet : best;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isBetter(Snippet other, Language language) {
    boolean spoken = Language.of(sentence) == language;
    boolean otherSpoken = Language.of(other.sentence) == language;
    return spoken == otherSpoken ? score > other.score : spoken;
  }

  private static int shared(String sentence, Set<String> wanted) {
    return (int) Units.of(sentence).stream().distinct().filter(wanted::contains).count();
  }

  private static List<String> sentences(String printed) {
    List<String> sentences = new ArrayList<>();
    for (String sentence : END.split(unquoted(printed))) {
      String text = sentence.strip();
      boolean whole = text.matches("(?s).*[.!?。！？][\"”’』」)）]*");
      if (whole && text.length() >= SHORTEST && text.length() <= LONGEST) {
        sentences.add(text);
      }
    }
    return sentences;
  }

  /// The text that a Python literal quotes, one that was cut off included.
  private static String unquoted(String printed) {
    String text = printed.strip();
    String quote = text.isEmpty() ? "" : text.substring(0, 1);
    if (quote.equals("'") || quote.equals("\"")) {
      text = text.substring(1);
      text = text.endsWith(quote) ? text.substring(0, text.length() - 1) : text;
    }
    return text.replace("\\n", "\n")
        .replace("\\'", "'")
        .replace("\\xa0", " ")
        .replace("\\\\", "\\");
  }
}
