package io.mosskit.generator.check;

import io.mosskit.schema.chat.ChatReply.Finish;
import java.util.Optional;

/// Cut by the teacher's content filter.
final class Filtered implements Check {

  @Override
  public String fault() {
    return "filtered";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    return turn.finish() == Finish.FILTERED
        ? Optional.of("the teacher's content filter took the rest")
        : Optional.empty();
  }
}
