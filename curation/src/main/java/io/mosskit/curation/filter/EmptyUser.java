package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.Optional;

/// Each user turn says something: a reply to nothing teaches to invent the question.
public record EmptyUser() implements Filter {

  @Override
  public String name() {
    return "empty_user";
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    for (Turn turn : conversation.turns()) {
      if (turn.human().isBlank() || turn.isNone(Field.HUMAN)) {
        return Optional.of(
            new Breach(
                name(),
                "the user says nothing in turn "
                    + turn.number()
                    + ", expected a question or request",
                Json.object().put("turn", turn.number()).build()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Json.Obj limits() {
    return Json.Obj.EMPTY;
  }

  @Override
  public Filter withLimit(double limit) {
    throw Limits.none(name());
  }
}
