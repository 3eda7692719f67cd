package io.mosskit.generator.rehearsal.script;

import java.util.EnumSet;
import java.util.Set;

/// Tells what the user's last message does in a talk.
final class Moves {

  /// Kinds that are answered for themselves wherever they come up.
  private static final Set<Kind> ALWAYS_NEW =
      Set.copyOf(
          EnumSet.of(
              Kind.DESPAIR, Kind.LOOKALIKE, Kind.REFUSE, Kind.PREMISE, Kind.UNKNOWN, Kind.SELF));

  /// Kinds that begin something new unless the message takes up words of the talk.
  private static final Set<Kind> NEW_IF_UNQUOTED =
      Set.copyOf(
          EnumSet.of(
              Kind.PICTURE, Kind.PLAY, Kind.PLAN, Kind.CODE, Kind.SUM, Kind.EQUATION, Kind.WRITE));

  private Moves() {}

  /// @param asked what the last message would ask for if it stood alone
  /// @param opened what the talk began with
  /// @param quoting whether it takes up words of an earlier reply
  static Move read(Talk talk, Book book, Kind asked, Kind opened, boolean quoting) {
    if (talk.user().size() < 2 || ALWAYS_NEW.contains(asked)) {
      return Move.BEGIN;
    }
    String folded = Phrases.fold(talk.lastUser());
    Phrases phrases = book.phrases();
    if (talk.language() != talk.formerLanguage() || phrases.any(folded, "cue.switch")) {
      return Move.SWITCH;
    }
    boolean question = talk.lastUser().contains("?") || talk.lastUser().contains("？");
    if (!question && phrases.any(folded, "cue.thanks")) {
      return Move.THANK;
    }
    if (phrases.any(folded, "cue.continue")) {
      return Move.CONTINUE;
    }
    if (phrases.any(folded, "cue.correct")) {
      return Move.CORRECT;
    }
    if (phrases.any(folded, "cue.object")) {
      return Move.OBJECT;
    }
    return !quoting && asked != opened && NEW_IF_UNQUOTED.contains(asked) ? Move.BEGIN : Move.ASK;
  }
}
