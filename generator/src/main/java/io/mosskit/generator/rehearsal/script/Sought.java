package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is to be looked for or painted, told from words that no [Frame] knows.
final class Sought {

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!])\\s+|(?<=[。？！])\\s*|\\n+");
  private static final Pattern CLAUSE = Pattern.compile("[，。？！；;,?!]\\s*|\\.\\s+|\\n+");
  private static final Pattern QUOTES = Pattern.compile("[\"“”「」\\n]+");
  private static final Pattern ENDS = Pattern.compile("^[\\s,，:：。.]+|[\\s,，:：。.!！?？]+$");
  private static final Pattern QUOTED = Pattern.compile("“([^“”]{3,12})”");
  private static final Pattern PUNCTUATION = Pattern.compile("[，。？！；：、,.?!;:（）()《》]+");

  /// A word with a capital letter that does not begin a sentence.
  private static final Pattern NAME =
      Pattern.compile("(?<=[\\p{L}\\d,:;'’)-] |[(\"“])\\p{Lu}[\\p{L}-]{2,}");

  private static final int MOST_WORDS = 8;
  private static final int MOST_CHARACTERS = 18;
  private static final int TELLING_WORDS = 3;
  private static final int TELLING_CHARACTERS = 4;

  private Sought() {}

  /// A short query of the words that tell most; empty where there is none.
  static String query(String words, Book book) {
    String name = name(words, book);
    if (!name.isEmpty()) {
      return name;
    }
    for (String sentence : SENTENCE.split(words)) {
      String query = queryOf(sentence, book);
      if (sentence.matches("(?s).*[?？]\\s*") && tells(query, book)) {
        return query;
      }
    }
    return queryOf(words, book);
  }

  /// The names that are asked about, in English those with capital letters, in Chinese the one in
  /// quotation marks; empty where there is none.
  static String name(String words, Book book) {
    if (book.isChinese()) {
      Matcher quoted = QUOTED.matcher(words);
      return quoted.find() ? PUNCTUATION.matcher(quoted.group(1)).replaceAll(" ").strip() : "";
    }
    List<String> stop = book.lists().get("query.stop");
    return NAME.matcher(words)
        .results()
        .map(MatchResult::group)
        .filter(word -> !stop.contains(Phrases.fold(word)))
        .filter(word -> !book.lists().get("query.common").contains(word))
        .distinct()
        .limit(MOST_WORDS)
        .collect(Collectors.joining(" "));
  }

  /// Whether a query holds enough words to stand without what was said before the question.
  private static boolean tells(String query, Book book) {
    return book.isChinese()
        ? query.length() >= TELLING_CHARACTERS
        : query.split(" ").length >= TELLING_WORDS;
  }

  private static String queryOf(String sentence, Book book) {
    return book.isChinese() ? chinese(sentence, book) : english(sentence, book);
  }

  private static String english(String sentence, Book book) {
    List<String> stop = book.lists().get("query.stop");
    List<String> kept = new ArrayList<>();
    for (String word : sentence.replaceAll("'s\\b", "").split("[^\\p{L}\\p{N}'-]+")) {
      String folded = Phrases.fold(word);
      if (!folded.isEmpty() && !stop.contains(folded) && kept.size() < MOST_WORDS) {
        kept.add(word);
      }
    }
    return String.join(" ", kept);
  }

  private static String chinese(String sentence, Book book) {
    String query = QUOTES.matcher(sentence).replaceAll("");
    for (String stop : book.lists().get("query.stop")) {
      query = query.replace(stop, " ");
    }
    query = PUNCTUATION.matcher(query).replaceAll(" ").strip().replaceAll("\\s+", " ");
    return query.length() <= MOST_CHARACTERS ? query : query.substring(0, MOST_CHARACTERS).strip();
  }

  /// What the picture shows that is one of several wishes; empty where none is for a picture.
  static String pictureAmongOthers(String words, Book book) {
    for (String clause : CLAUSE.split(words)) {
      if (book.phrases().any(Phrases.fold(clause), "cue.mixed-picture")) {
        return picture(clause.replaceFirst("^(?:and |then |再|然后)+", ""), book);
      }
    }
    return "";
  }

  /// What the picture shows: the words without the wish for it.
  static String picture(String words, Book book) {
    String text = QUOTES.matcher(words).replaceAll(" ").strip();
    for (String lead : book.lists().get("picture.lead")) {
      if (text.regionMatches(true, 0, lead, 0, lead.length())) {
        text = text.substring(lead.length());
        break;
      }
    }
    return ENDS.matcher(text).replaceAll("");
  }
}
