package io.mosskit.curation.tag;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Which words of a dialogue a model looks at.
public enum TextChoice {
  /// What the user says first.
  FIRST_USER_TURN,
  /// What the user says in all turns.
  USER_TURNS,
  /// What both say; thoughts, commands and results do not count.
  DIALOGUE,
  /// All five fields of each turn.
  DIALOGUE_WITH_PLUGINS;

  private static final List<Field> SPOKEN = List.of(Field.HUMAN, Field.MOSS);

  /// The name on the command line and in model files: `first-user-turn`.
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The choice of that name.
  public static Optional<TextChoice> named(String label) {
    for (TextChoice choice : values()) {
      if (choice.label().equals(label)) {
        return Optional.of(choice);
      }
    }
    return Optional.empty();
  }

  /// The chosen words of a dialogue, a field a line; no more than a [Head] of them.
  public Words of(Conversation conversation) {
    List<Turn> turns = conversation.turns();
    String opening = turns.isEmpty() ? "" : turns.getFirst().human();
    return switch (this) {
      case FIRST_USER_TURN -> Words.of(opening);
      case USER_TURNS -> new Words(opening, joined(turns, List.of(Field.HUMAN)));
      case DIALOGUE -> new Words(opening, joined(turns, SPOKEN));
      case DIALOGUE_WITH_PLUGINS -> new Words(opening, joined(turns, List.of(Field.values())));
    };
  }

  private static String joined(List<Turn> turns, List<Field> fields) {
    StringBuilder text = new StringBuilder();
    for (Turn turn : turns) {
      for (Field field : fields) {
        if (text.length() >= Head.LENGTH) {
          return Head.of(text.toString());
        }
        if (!(isPluginField(field) && turn.isNone(field))) {
          text.append(text.isEmpty() ? "" : "\n").append(Head.of(turn.body(field)));
        }
      }
    }
    return Head.of(text.toString());
  }

  private static boolean isPluginField(Field field) {
    return !SPOKEN.contains(field);
  }
}
