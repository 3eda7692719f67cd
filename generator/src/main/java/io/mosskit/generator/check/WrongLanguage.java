package io.mosskit.generator.check;

import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.Optional;

/// Another language than the one that is spoken.
final class WrongLanguage implements Check {

  @Override
  public String fault() {
    return "wrong_language";
  }

  @Override
  public Optional<String> find(Candidate turn) {
    Language spoken = turn.place().speech().language();
    String user = turn.place().lastOf(Role.USER);
    boolean free = turn.speaker() == Role.ASSISTANT && !turn.place().speech().asked();
    boolean other =
        free
            ? Languages.differs(turn.text(), user, spoken)
            : Languages.isOther(turn.text(), spoken);
    return other ? Optional.of("it is not " + spoken.label()) : Optional.empty();
  }
}
