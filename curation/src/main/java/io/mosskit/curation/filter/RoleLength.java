package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.curation.text.Measures.TurnMeasures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.json.Json;
import java.util.Optional;

/// No turn of a role has more characters than that.
public record RoleLength(Role role, int maxCharacters) implements Filter {

  /// Who speaks.
  public enum Role {
    USER("long_user", "the user's words"),
    REPLY("long_reply", "the reply");

    private final String rule;
    private final String words;

    Role(String rule, String words) {
      this.rule = rule;
      this.words = words;
    }

    int length(TurnMeasures turn) {
      return switch (this) {
        case USER -> turn.user();
        case REPLY -> turn.reply();
      };
    }
  }

  @Override
  public String name() {
    return role.rule;
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    for (int i = 0; i < measures.turns().size(); i++) {
      int characters = role.length(measures.turns().get(i));
      if (characters > maxCharacters) {
        int number = conversation.turns().get(i).number();
        return Optional.of(
            new Breach(
                name(),
                "turn %d: %d characters in %s, expected at most %d"
                    .formatted(number, characters, role.words, maxCharacters),
                Json.object()
                    .put("turn", number)
                    .put("characters", characters)
                    .put("limit", maxCharacters)
                    .build()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Json.Obj limits() {
    return Json.object().put("max_characters", maxCharacters).build();
  }

  @Override
  public Filter withLimit(double limit) {
    return new RoleLength(role, Limits.whole(name(), limit));
  }
}
