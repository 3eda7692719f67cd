package io.mosskit.curation.text;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.stream.Collectors;

/// What can be counted in a dialogue.
///
/// @param language that of the user's words, all turns together
/// @param turns the measures of its turns in their order
public record Measures(Language language, List<TurnMeasures> turns) {

  /// What can be counted in a turn. Lengths are in characters (code points), without markers and
  /// without blanks at the ends.
  ///
  /// @param user the length of the user's words
  /// @param reply the length of the reply
  /// @param repetition that in the reply
  public record TurnMeasures(int user, int reply, Repetition repetition) {}

  public Measures {
    turns = List.copyOf(turns);
  }

  /// Measures a dialogue.
  public static Measures of(Conversation conversation) {
    String user = conversation.turns().stream().map(Turn::human).collect(Collectors.joining("\n"));
    return new Measures(
        Language.of(user), conversation.turns().stream().map(Measures::measure).toList());
  }

  private static TurnMeasures measure(Turn turn) {
    String reply = turn.reply();
    return new TurnMeasures(length(turn.human()), length(reply), Repetition.of(reply));
  }

  private static int length(String text) {
    String stripped = text.strip();
    return stripped.codePointCount(0, stripped.length());
  }

  /// The characters of all that the user wrote.
  public long userCharacters() {
    return turns.stream().mapToLong(TurnMeasures::user).sum();
  }

  /// The characters of all replies.
  public long replyCharacters() {
    return turns.stream().mapToLong(TurnMeasures::reply).sum();
  }
}
