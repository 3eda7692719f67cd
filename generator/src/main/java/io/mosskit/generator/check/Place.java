package io.mosskit.generator.check;

import io.mosskit.generator.tokens.TokenCount;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.List;

/// Where in a dialogue a turn is wanted.
///
/// @param said what was said before, user and assistant in turns
/// @param speech in which language the turn is wanted
/// @param cut how the turn relates to replies that end before they are whole
/// @param room for how many tokens there is room
public record Place(List<Message> said, Speech speech, Cut cut, Room room) {

  public Place {
    said = List.copyOf(said);
  }

  /// How a turn relates to replies that end before they are whole.
  public enum Cut {
    /// It has to be whole, and begins something.
    NONE,
    /// It may end before it is whole, because the user asks for the rest.
    MAY_END,
    /// It goes on where the reply before was cut, and has to be whole.
    GOES_ON,
    /// It goes on where the reply before was cut, and may be cut in its turn.
    GOES_ON_AND_MAY_END;

    public static Cut of(boolean goesOn, boolean mayEnd) {
      if (goesOn) {
        return mayEnd ? GOES_ON_AND_MAY_END : GOES_ON;
      }
      return mayEnd ? MAY_END : NONE;
    }

    boolean mayEnd() {
      return this == MAY_END || this == GOES_ON_AND_MAY_END;
    }

    boolean goesOn() {
      return this == GOES_ON || this == GOES_ON_AND_MAY_END;
    }
  }

  /// In which language a turn is wanted.
  ///
  /// @param language the user's own where it is a reply
  /// @param asked whether it was just asked for, so that no other will do
  public record Speech(Language language, boolean asked) {}

  /// How long a turn may be.
  ///
  /// @param tokens at most so many, as counted by
  /// @param count the way of counting
  public record Room(int tokens, TokenCount count) {}

  /// What one of the two said, in its order.
  List<String> of(Role role) {
    return said.stream().filter(message -> message.role() == role).map(Message::content).toList();
  }

  /// What one of the two said last, empty where it has said nothing.
  String lastOf(Role role) {
    List<String> texts = of(role);
    return texts.isEmpty() ? "" : texts.getLast();
  }
}
