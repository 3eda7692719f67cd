package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of one message that another one takes up.
final class Quotes {

  private static final Pattern MARKED =
      Pattern.compile("“([^“”]{2,120})”|\"([^\"\\n]{2,120})\"|`([^`\\n]{2,80})`");
  private static final Pattern ITEM =
      Pattern.compile("(?m)^\\s*(?:\\d+[.、)）]|[-*•])\\s*\\**([^:：*\\n]{2,60}?)\\**\\s*[:：]");
  private static final Pattern FENCE = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLAUSE = Pattern.compile("[.!?;:,。！？；：，\\n]+");
  private static final Pattern MARKUP = Pattern.compile("[*`\"“”()（）\\[\\]{}#|0-9]");

  private Quotes() {}

  /// The words that a message quotes from what was said before.
  static Optional<String> taken(String message, String before) {
    Matcher marked = MARKED.matcher(message);
    while (marked.find()) {
      for (int group = 1; group <= 3; group++) {
        String words = marked.group(group);
        if (words != null && before.contains(words.strip())) {
          return Optional.of(words.strip());
        }
      }
    }
    return Optional.empty();
  }

  /// The heads of the items of a list: `Dim the lamps early` of `1. Dim the lamps early: …`.
  static List<String> heads(String message) {
    return ITEM.matcher(message).results().map(item -> item.group(1).strip()).toList();
  }

  /// Words of a reply that are worth a question: a line of its code, an item of its list, else a
  /// clause. Empty where the reply has nothing of the kind.
  static String pick(String reply, boolean chinese, RandomGenerator random) {
    List<String> lines = codeLines(reply);
    List<String> candidates = lines.isEmpty() ? heads(reply) : lines;
    if (candidates.isEmpty()) {
      candidates = clauses(reply, chinese);
    }
    return candidates.isEmpty() ? "" : candidates.get(random.nextInt(candidates.size()));
  }

  private static List<String> codeLines(String reply) {
    List<String> lines = new ArrayList<>();
    Matcher fence = FENCE.matcher(reply);
    while (fence.find()) {
      fence
          .group(1)
          .lines()
          .map(String::strip)
          .filter(line -> line.length() >= 8 && line.length() <= 60 && line.contains("("))
          .filter(line -> line.indexOf('"') < 0 && line.indexOf('`') < 0)
          .map(line -> line.endsWith("{") ? line.substring(0, line.length() - 1).strip() : line)
          .forEach(lines::add);
    }
    return lines;
  }

  private static List<String> clauses(String reply, boolean chinese) {
    List<String> fitting = new ArrayList<>();
    for (String clause : CLAUSE.split(FENCE.matcher(reply).replaceAll("\n"))) {
      String words = clause.strip();
      boolean long_ =
          chinese
              ? words.length() >= 5 && words.length() <= 18
              : words.split("\\s+").length >= 4 && words.split("\\s+").length <= 10;
      if (long_ && !MARKUP.matcher(words).find()) {
        fitting.add(words);
      }
    }
    // What comes first is usually a greeting, what comes last an offer.
    return fitting.size() > 3 ? fitting.subList(1, fitting.size() - 1) : fitting;
  }
}
