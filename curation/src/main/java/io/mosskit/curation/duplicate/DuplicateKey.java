package io.mosskit.curation.duplicate;

import io.mosskit.curation.text.UnitHashes;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which words of a dialogue make it a duplicate of another. Whole records resemble each other by
/// what every record has, the meta instruction and the markers; roles do not.
public enum DuplicateKey {
  /// All that the user wrote. The default.
  USER_TURNS,
  /// What the user wrote first.
  FIRST_USER_TURN,
  /// All that the assistant replied.
  ASSISTANT_TURNS,
  /// The commands and results of all turns; dialogues without plugins are not compared.
  PLUGIN_TRACE,
  /// The record as a tool sees it that knows neither roles nor languages: meta instruction and all
  /// fields, markers included, divided at blanks. To measure what such a tool would drop.
  RECORD;

  /// The name in rejections and statistics: `user_turns`.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The words of a dialogue that this key compares, one body after another on lines of their own.
  /// Empty where the dialogue has none: such a dialogue is not compared.
  public String text(Conversation conversation) {
    List<Turn> turns = conversation.turns();
    return switch (this) {
      case USER_TURNS -> lines(turns.stream().map(Turn::human));
      case FIRST_USER_TURN -> lines(turns.stream().limit(1).map(Turn::human));
      case ASSISTANT_TURNS -> lines(turns.stream().map(Turn::reply));
      case PLUGIN_TRACE -> lines(turns.stream().flatMap(DuplicateKey::trace));
      case RECORD ->
          lines(
              Stream.concat(
                  Stream.of(conversation.metaInstruction()),
                  turns.stream().flatMap(turn -> turn.values().stream())));
    };
  }

  /// The units of that text, which shingles are made of.
  public UnitHashes units(Conversation conversation) {
    String text = text(conversation);
    return switch (this) {
      case USER_TURNS, FIRST_USER_TURN, ASSISTANT_TURNS, PLUGIN_TRACE -> UnitHashes.of(text);
      case RECORD -> UnitHashes.betweenBlanks(text);
    };
  }

  private static Stream<String> trace(Turn turn) {
    List<String> bodies = new ArrayList<>(2);
    for (Field field : List.of(Field.COMMANDS, Field.TOOL_RESPONSES)) {
      if (!turn.isNone(field)) {
        bodies.add(turn.body(field));
      }
    }
    return bodies.stream();
  }

  private static String lines(Stream<String> bodies) {
    return bodies.collect(Collectors.joining("\n"));
  }
}
