package io.mosskit.generator.check;

import io.mosskit.generator.template.Leftovers;
import io.mosskit.schema.chat.ChatRequest.Role;
import java.util.Optional;

/// A marker of a chat format, the speaker's name before the words, the JSON of another request, or
/// in the user's words a place that nobody filled in. Letters and code in a reply may hold such
/// places with good reason.
final class TemplateLeftover implements Check {

  @Override
  public String fault() {
    return "template_leftover";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    Optional<String> left =
        turn.speaker() == Role.USER
            ? Leftovers.markerOrPlace(turn.text())
            : Leftovers.marker(turn.text());
    return left.or(() -> Leftovers.wrapping(turn.text())).map(text -> "it holds \"" + text + "\"");
  }
}
