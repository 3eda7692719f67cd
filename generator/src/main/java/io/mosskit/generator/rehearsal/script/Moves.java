package io.mosskit.generator.rehearsal.script;

import java.util.EnumSet;
import java.util.Set;

/// Tells what the user's last message does in a talk.
final class Moves {

  /// Kinds that are answered for themselves wherever they come up.
  private static final Set<Kind> ALWAYS_NEW =
      Set.copyOf(
          EnumSet.of(
              Kind.LOOKALIKE,
              Kind.SENSITIVE,
              Kind.DESPAIR,
              Kind.REFUSE,
              Kind.CORRECTION,
              Kind.PREMISE,
              Kind.UNSURE,
              Kind.UNKNOWN,
              Kind.SELF));

  /// Kinds that begin something new unless the message takes up words of the talk.
  private static final Set<Kind> NEW_IF_UNQUOTED =
      Set.copyOf(
          EnumSet.of(
              Kind.PICTURE, Kind.PLAY, Kind.PLAN, Kind.CODE, Kind.SUM, Kind.EQUATION, Kind.WRITE));

  private Moves() {}

  /// @param words the last message without what it quotes of the talk
  /// @param asked what these words would ask for if they stood alone
  /// @param opened what the talk began with
  static Move read(Talk talk, String words, Book book, Kind asked, Kind opened) {
    // An actor who is asked what he remembers is not asked about the assistant.
    boolean acted = opened == Kind.PLAY && (asked == Kind.SELF || asked == Kind.UNKNOWN);
    if (talk.user().size() < 2 || (ALWAYS_NEW.contains(asked) && !acted)) {
      return Move.BEGIN;
    }
    String folded = Phrases.fold(words);
    Phrases phrases = book.phrases();
    if (talk.language() != talk.formerLanguage() || phrases.any(folded, "cue.switch")) {
      return Move.SWITCH;
    }
    boolean question = words.contains("?") || words.contains("？");
    if (!question && phrases.any(folded, "cue.thanks")) {
      return Move.THANK;
    }
    if (phrases.any(folded, "cue.continue")) {
      return Move.CONTINUE;
    }
    if (phrases.any(folded, "cue.object")) {
      return Move.OBJECT;
    }
    if (phrases.any(folded, "cue.correct")) {
      return Move.CORRECT;
    }
    boolean quoting = !words.equals(talk.lastUser());
    return !quoting && asked != opened && NEW_IF_UNQUOTED.contains(asked) ? Move.BEGIN : Move.ASK;
  }
}
