package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.Intent;
import io.mosskit.generator.rehearsal.script.Task.UserTurn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Writes what the user says next, about words of the last reply.
final class TurnWriter {

  private static final int TRIES = 10;

  private final Books books;
  private final ReplyWriter replies;

  TurnWriter(Books books, ReplyWriter replies) {
    this.books = books;
    this.replies = replies;
  }

  /// What the user says; nothing that was said already, if there is anything else.
  String write(UserTurn turn, RandomGenerator random) {
    String text = propose(turn, random);
    for (int i = 1; i < TRIES && turn.talk().user().contains(text); i++) {
      text = propose(turn, random);
    }
    return text;
  }

  private String propose(UserTurn turn, RandomGenerator random) {
    Book spoken = books.of(turn.language());
    Optional<String> told = ToolTurns.write(turn, spoken, random);
    if (told.isPresent()) {
      return told.get();
    }
    Matter matter = replies.opening(turn.talk());
    if (turn.intent() == Intent.CHANGE_LANGUAGE) {
      return changeLanguage(other(turn), matter, turn.talk(), random);
    }
    List<String> quotes = Quotes.worthAsking(turn.talk().lastReply(), spoken);
    String quote = pick(quotes, turn.intent(), matter.kind(), random);
    String focus = matter.in(spoken).focus();
    Map<String, String> bound =
        Map.of(
            "quote",
            quote.isEmpty() ? bare(focus) : quote,
            "focus",
            focus,
            "label",
            matter.label(spoken));
    return spoken.grammar().write(list(turn, matter, spoken), bound, random);
  }

  /// Who asks to go on takes up the last words, everybody else any.
  private static String pick(
      List<String> quotes, Intent intent, Kind kind, RandomGenerator random) {
    if (quotes.isEmpty()) {
      return "";
    }
    // A refusal comes first and what helps instead after it; only the latter can be gone into.
    boolean refused = intent == Intent.DEEPEN && kind.manner().equals("refuse");
    int from = refused ? quotes.size() / 2 : 0;
    return intent == Intent.CONTINUE
        ? quotes.getLast()
        : quotes.get(from + random.nextInt(quotes.size() - from));
  }

  /// The language that the user did not speak so far.
  private Book other(UserTurn turn) {
    boolean silent = turn.talk().user().isEmpty();
    return books.other(books.of(silent ? turn.language() : turn.talk().language()));
  }

  /// The frames of the dialogue's own manner where it has some, else the general ones.
  private static String list(UserTurn turn, Matter matter, Book book) {
    String general = "turn." + turn.intent().label();
    if (turn.right() != null) {
      return general + (turn.right() ? ".right" : ".wrong");
    }
    String manner = matter.kind().manner();
    String own = general + "." + manner;
    return book.lists().has(own) ? own : general;
  }

  private static String changeLanguage(
      Book book, Matter matter, Talk talk, RandomGenerator random) {
    String manner = matter.kind().manner();
    String label =
        manner.isEmpty() ? matter.label(book) : book.lists().get("label." + manner).getFirst();
    int items = Quotes.heads(talk.lastReply()).size();
    List<String> ordinals = book.lists().get("ordinal");
    boolean countable = items >= ordinals.size() && manner.isEmpty();
    String own = "turn.change-language." + manner;
    String general = countable ? "turn.change-language" : "turn.change-language.plain";
    String list = book.lists().has(own) ? own : general;
    return book.grammar().write(list, Map.of("label", label), random);
  }

  private static String bare(String focus) {
    return focus.replaceAll("[\"“”]", "");
  }
}
