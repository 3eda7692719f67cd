package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Words of one message that another one takes up.
final class Quotes {

  private static final Pattern MARKED =
      Pattern.compile("“([^“”]{2,120})”|\"([^\"\\n]{2,120})\"|`([^`\\n]{2,80})`");
  private static final Pattern ITEM =
      Pattern.compile(
          "(?m)(?:^\\s*(?:\\d+[.、)）]|[-*•])\\s*\\**|\\*\\*)([^:：*\\n]{2,60}?)(?:\\*\\*)?\\s*[:：]");
  private static final Pattern FENCE = Pattern.compile("```\\w*\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern CLAUSE = Pattern.compile("[.!?;:,。！？；：，\\n]+");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

  /// More of them would make a short Chinese question an English text.
  private static final int MOST_WORDS_OF_CODE = 6;

  private static final Pattern JOINING =
      Pattern.compile("^(?:and|but|so|or|because|所以|而且|可是|不过|但是|因为|而(?!已|今|是)|但(?!愿)) ?");
  private static final Pattern SUBORDINATE = Pattern.compile("(?:时|的话|以后|之前)$|^(?:if|when) ");
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

  /// Words of a reply that are worth a question: lines of its code, else items of its list, else
  /// clauses.
  static List<String> worthAsking(String reply, Book book) {
    List<String> lines = codeLines(reply);
    List<String> found = lines.isEmpty() ? heads(reply) : lines;
    return found.isEmpty() ? clauses(reply, book) : found;
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
          .filter(line -> WORD.matcher(line).results().count() <= MOST_WORDS_OF_CODE)
          .filter(line -> line.indexOf('"') < 0 && line.indexOf('`') < 0)
          .map(line -> line.endsWith("{") ? line.substring(0, line.length() - 1).strip() : line)
          .forEach(lines::add);
    }
    return lines;
  }

  /// The clauses of a reply that say something; where all are set phrases, these.
  private static List<String> clauses(String reply, Book book) {
    List<String> telling = new ArrayList<>();
    List<String> any = new ArrayList<>();
    for (String clause : CLAUSE.split(FENCE.matcher(reply).replaceAll("\n"))) {
      String words = JOINING.matcher(clause.strip()).replaceFirst("");
      if (fits(words, book)) {
        any.add(words);
        if (!book.isSetPhrase(words)) {
          telling.add(words);
        }
      }
    }
    return telling.isEmpty() ? any : telling;
  }

  private static boolean fits(String words, Book book) {
    if (MARKUP.matcher(words).find() || SUBORDINATE.matcher(words).find()) {
      return false;
    }
    int length = book.isChinese() ? words.length() : words.split("\\s+").length;
    return book.isChinese() ? length >= 5 && length <= 18 : length >= 4 && length <= 10;
  }
}
