package io.mosskit.curation.contamination;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Puts a placeholder in the place of stretches.
final class Masking {
  static final String PLACEHOLDER = "[eval]";

  private Masking() {}

  static Conversation mask(Conversation conversation, List<Overlap> overlaps) {
    if (overlaps.isEmpty()) {
      return conversation;
    }
    Map<Integer, List<Overlap>> byTurn =
        overlaps.stream().collect(Collectors.groupingBy(Overlap::turn));
    List<Turn> turns =
        conversation.turns().stream()
            .map(turn -> mask(turn, byTurn.getOrDefault(turn.number(), List.of())))
            .toList();
    return new Conversation(
        conversation.id(),
        conversation.metaInstruction(),
        conversation.declaredTurns(),
        turns,
        conversation.keys(),
        conversation.beside());
  }

  private static Turn mask(Turn turn, List<Overlap> overlaps) {
    Turn masked = turn;
    for (Field field : Field.values()) {
      List<Overlap> here =
          overlaps.stream()
              .filter(overlap -> overlap.field() == field)
              .sorted(Comparator.comparingInt(Overlap::start))
              .toList();
      if (!here.isEmpty()) {
        masked = masked.with(field, mask(turn.value(field), turn.body(field), field, here));
      }
    }
    return masked;
  }

  private static String mask(String value, String body, Field field, List<Overlap> overlaps) {
    int from = bodyStart(value, body, field);
    StringBuilder masked = new StringBuilder(value.substring(0, from));
    int end = 0; // of what is written or masked of the body
    for (Overlap overlap : overlaps) {
      if (overlap.start() >= end) {
        masked.append(body, end, overlap.start()).append(PLACEHOLDER);
      }
      end = Math.max(end, overlap.end());
    }
    return masked
        .append(body.substring(end))
        .append(value.substring(from + body.length()))
        .toString();
  }

  /// Where the body stands in the value: after the opening marker and a blank, if they are there.
  private static int bodyStart(String value, String body, Field field) {
    for (String before : List.of(field.opening() + " ", field.opening())) {
      if (value.startsWith(before + body)) {
        return before.length();
      }
    }
    return 0;
  }
}
