package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Phrases.Hit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the words that a text is about: an entry of the word lists where one occurs, else words of
/// the text itself, in quotation marks where they would not fit into a sentence as they stand.
final class Focus {

  private static final Pattern QUOTED = Pattern.compile("[\"“「《]([^\"“”「」《》]{2,60})[\"”」》]");
  private static final Pattern ENGLISH_ABOUT =
      Pattern.compile(
          "\\b(?:about|on|regarding|concerning)\\s+([^.,;:!?\\n\"“”]{3,60})",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern CHINESE_ABOUT =
      Pattern.compile("(?:关于|围绕|主题是|有关|介绍一下|介绍|谈谈|聊聊|讲讲|针对)([^，。！？；：、\\n“”]{2,20})");
  private static final Pattern PRONOUN =
      Pattern.compile("\\b(?:i|me|my|we|us|our|you|your)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?。！？\\n]");
  private static final Pattern CLAUSE_END = Pattern.compile("[,;:，；：]");
  private static final int MOST_WORDS = 10;
  private static final int MOST_CHARACTERS = 24;

  private final Book book;
  private final Phrases phrases;

  Focus(Book book) {
    this.book = book;
    this.phrases = book.phrases();
  }

  /// The topic of the word lists that a folded text names.
  Optional<Hit> topic(String folded) {
    return phrases.longest(folded, book.family("topic", "subject"));
  }

  /// The subject of a folded text: that of its topic, else the one most of whose words occur.
  String subject(String folded) {
    Optional<Hit> topic = topic(folded);
    if (topic.isPresent()) {
      return topic.get().list().substring("topic.".length());
    }
    String best = "";
    int most = 0;
    for (String subject : book.lists().get("subject")) {
      int count = phrases.count(folded, "cue." + subject);
      if (count > most) {
        best = subject;
        most = count;
      }
    }
    return best;
  }

  /// The focus of a text of that kind.
  String of(Kind kind, Hit sign, String folded, String text) {
    return switch (kind) {
      case PICTURE -> sign.list().equals("pic.subject") ? scene(folded) : plain(folded, text);
      case CODE -> sign.list().startsWith("code.task.") ? sign.phrase() : plain(folded, text);
      case LOOKUP -> sign.list().startsWith("cue.") ? plain(folded, text) : sign.phrase();
      case LOOKALIKE,
          SENSITIVE,
          DESPAIR,
          REFUSE,
          SAFE,
          REDIRECT,
          CORRECTION,
          ACCEPT,
          HOLD,
          PREMISE,
          UNSURE,
          UNKNOWN,
          SELF,
          PLAY,
          PLAN,
          EQUATION,
          SUM,
          WRITE,
          IDEAS,
          EXPLAIN ->
          plain(folded, text);
    };
  }

  private String scene(String folded) {
    List<String> parts = new ArrayList<>();
    for (String list : List.of("pic.subject", "pic.where", "pic.light", "pic.style")) {
      parts.addAll(phrases.all(folded, list));
    }
    return String.join(book.isChinese() ? "，" : ", ", parts);
  }

  private String plain(String folded, String text) {
    Optional<Hit> topic = topic(folded);
    if (topic.isPresent()) {
      return topic.get().phrase();
    }
    Matcher quoted = QUOTED.matcher(text);
    if (quoted.find() && fits(quoted.group(1))) {
      return inQuotes(quoted.group(1).strip());
    }
    Matcher about = (book.isChinese() ? CHINESE_ABOUT : ENGLISH_ABOUT).matcher(text);
    if (about.find() && fits(about.group(1))) {
      String found = about.group(1).strip();
      return book.isChinese() || PRONOUN.matcher(found).find() ? inQuotes(found) : found;
    }
    return firstClause(text);
  }

  private String firstClause(String text) {
    for (String sentence : SENTENCE_END.split(text)) {
      if (fits(sentence)) {
        return inQuotes(sentence.strip());
      }
      for (String clause : CLAUSE_END.split(sentence)) {
        if (fits(clause)) {
          return inQuotes(clause.strip());
        }
      }
    }
    return book.lists().get("focus.any").getFirst();
  }

  private boolean fits(String phrase) {
    String stripped = phrase.strip();
    if (stripped.length() < 2 || stripped.contains("{") || stripped.contains("`")) {
      return false;
    }
    return book.isChinese()
        ? stripped.length() <= MOST_CHARACTERS
        : stripped.split("\\s+").length <= MOST_WORDS;
  }

  private String inQuotes(String words) {
    return book.isChinese() ? "“" + words + "”" : "\"" + words + "\"";
  }
}
