package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.generator.rehearsal.script.Task.UserTurn;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Writes what the user says next, about words of the last reply.
final class TurnWriter {

  private final Books books;
  private final ReplyWriter replies;

  TurnWriter(Books books, ReplyWriter replies) {
    this.books = books;
    this.replies = replies;
  }

  String write(UserTurn turn, RandomGenerator random) {
    Book spoken = books.of(turn.language());
    Matter matter = replies.opening(turn.talk());
    if (turn.intent() == Intent.CHANGE_LANGUAGE) {
      return changeLanguage(books.other(spoken), matter, turn.talk(), random);
    }
    String quote = Quotes.pick(turn.talk().lastReply(), spoken.isChinese(), random);
    String focus = matter.in(spoken).focus();
    Map<String, String> bound =
        Map.of(
            "quote", quote.isEmpty() ? bare(focus) : quote,
            "focus", focus,
            "label", matter.label(spoken));
    return spoken.say(list(turn.intent(), matter, spoken, random), bound, random);
  }

  /// The frames of the dialogue's own manner where it has some, else the general ones. An actor or a
  /// refusal is never spoken to in general frames, another dialogue sometimes is.
  private static String list(Intent intent, Matter matter, Book book, RandomGenerator random) {
    String general = "turn." + intent.label();
    String manner = matter.kind().manner();
    String own = general + "." + manner;
    if (manner.isEmpty() || !book.lists().has(own)) {
      return general;
    }
    boolean always = manner.equals("play") || manner.equals("refuse");
    return always || random.nextDouble() < 0.7 ? own : general;
  }

  private static String changeLanguage(
      Book book, Matter matter, Talk talk, RandomGenerator random) {
    String manner = matter.kind().manner();
    String label =
        manner.isEmpty()
            ? matter.label(book)
            : book.lists().get("label." + manner).getFirst();
    int items = Quotes.heads(talk.lastReply()).size();
    List<String> ordinals = book.lists().get("ordinal");
    boolean countable = items >= ordinals.size() && manner.isEmpty();
    String list = countable ? "turn.change-language" : "turn.change-language.plain";
    return book.say(list, Map.of("label", label), random);
  }

  private static String bare(String focus) {
    return focus.replaceAll("[\"“”]", "");
  }
}
