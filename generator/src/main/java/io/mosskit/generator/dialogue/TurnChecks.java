package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Characters;
import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.template.Leftovers;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.chat.ChatReply.Finish;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import io.mosskit.schema.text.Units;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// The cheap checks that every turn goes through before it becomes history.
final class TurnChecks {

  private TurnChecks() {}

  /// What the user said, and the language that the user speaks.
  record Spoken(String text, Language language) {}

  /// The assistant's words in an answer.
  ///
  /// @param user what they answer
  /// @param earlier the assistant's earlier replies
  /// @param mayBeCut whether the user will ask for the rest
  static Read<String> reply(
      ChatReply answer, Spoken user, Collection<String> earlier, boolean mayBeCut) {
    String text = answer.content().strip();
    if (text.isEmpty()) {
      return TurnFault.EMPTY.found("");
    }
    if (answer.finish() == Finish.LENGTH && !mayBeCut) {
      return TurnFault.TRUNCATED.found("it ends at the limit on tokens");
    }
    if (answer.finish() == Finish.FILTERED) {
      return TurnFault.FILTERED.found("the teacher's content filter took the rest");
    }
    Optional<String> marker = Leftovers.marker(text);
    if (marker.isPresent()) {
      return TurnFault.TEMPLATE_LEFTOVER.found("it holds \"" + marker.get() + "\"");
    }
    Optional<String> claim = Identity.foreignClaim(text);
    if (claim.isPresent()) {
      return TurnFault.FOREIGN_IDENTITY.found("it says \"" + claim.get() + "\"");
    }
    if (repeats(text, earlier)) {
      return TurnFault.REPEATED.found("it says the same as an earlier reply");
    }
    if (Languages.differs(text, user.text(), user.language())) {
      return TurnFault.WRONG_LANGUAGE.found(
          "the user's language is " + user.language().label() + ", the reply's is not");
    }
    return new Usable<>(text);
  }

  /// The user's words in an answer, `{"user": "…"}`.
  ///
  /// @param language the language that they were asked for in
  /// @param earlier the user's earlier turns
  static Read<String> userTurn(ChatReply answer, Language language, Collection<String> earlier) {
    return switch (JsonAnswer.of(answer.content())) {
      case JsonAnswer.Broken(String why) -> TurnFault.BROKEN_ANSWER.found(why);
      case JsonAnswer.Read(Json.Obj object) -> {
        String text = object.string("user");
        yield text == null
            ? TurnFault.BROKEN_ANSWER.found("\"user\" is no text")
            : userTurn(Characters.whole(text.strip()), language, earlier);
      }
    };
  }

  private static Read<String> userTurn(String text, Language language, Collection<String> earlier) {
    if (text.isEmpty()) {
      return TurnFault.EMPTY.found("");
    }
    Optional<String> leftover = Leftovers.markerOrPlace(text);
    if (leftover.isPresent()) {
      return TurnFault.TEMPLATE_LEFTOVER.found("it holds \"" + leftover.get() + "\"");
    }
    if (repeats(text, earlier)) {
      return TurnFault.REPEATED.found("it says the same as an earlier turn of the user");
    }
    if (Languages.isOther(text, language)) {
      return TurnFault.WRONG_LANGUAGE.found(
          "its language is not " + language.label() + ", which was asked for");
    }
    return new Usable<>(text);
  }

  /// Whether a text has the same units as an earlier one; two texts without units are compared as
  /// they are.
  private static boolean repeats(String text, Collection<String> earlier) {
    List<String> units = Units.of(text);
    return earlier.stream()
        .anyMatch(other -> units.isEmpty() ? other.equals(text) : Units.of(other).equals(units));
  }
}
