package io.mosskit.generator.rehearsal.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What is to be looked for or painted, told from words that no [Frame] knows.
final class Sought {

  private static final Pattern SENTENCE = Pattern.compile("(?<=[.?!。？！])\\s*|\\n+");
  private static final Pattern QUOTES = Pattern.compile("[\"“”「」\\n]+");
  private static final Pattern ENDS = Pattern.compile("^[\\s,，:：。.]+|[\\s,，:：。.!！?？]+$");
  private static final int MOST_WORDS = 8;
  private static final int MOST_CHARACTERS = 18;

  private Sought() {}

  /// A short query of the words that tell most; empty where there is none.
  static String query(String words, Book book) {
    String telling = "";
    for (String sentence : SENTENCE.split(words)) {
      String query = queryOf(sentence, book);
      boolean asks = sentence.matches("(?s).*[?？]\\s*");
      if (telling.isEmpty() || asks) {
        telling = query.isEmpty() ? telling : query;
      }
      if (asks && !telling.isEmpty()) {
        break;
      }
    }
    return telling;
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
    query = query.replaceAll("[，。？！；：、,.?!;:（）()]+", " ").strip().replaceAll("\\s+", " ");
    return query.length() <= MOST_CHARACTERS ? query : query.substring(0, MOST_CHARACTERS).strip();
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
