package io.mosskit.generator.check;

import io.mosskit.schema.chat.ChatReply.Finish;
import java.util.Optional;

/// Cut at the limit on tokens, where nobody asks for the rest.
final class CutOff implements Check {

  @Override
  public String fault() {
    return "truncated";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    return turn.finish() == Finish.LENGTH && !turn.place().cut().mayEnd()
        ? Optional.of("it ends at the limit on tokens")
        : Optional.empty();
  }
}
