package io.mosskit.schema.convert;

import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.trace.Commands;
import io.mosskit.schema.trace.Results;
import java.util.List;
import java.util.Set;

/// Says what kind of loss it is where a field comes back with another value.
final class FieldLoss {

  private FieldLoss() {}

  static Loss of(Field field, Turn back, Turn original) {
    String before = original.body(field).strip();
    String after = back.body(field).strip();
    if (before.equals(after)) {
      return Loss.LAYOUT;
    }
    return switch (field) {
      case HUMAN -> Loss.HUMAN;
      case INNER_THOUGHTS -> Loss.INNER_THOUGHTS;
      case COMMANDS ->
          Commands.parse(original.body(field)) instanceof Commands.Malformed
              ? Loss.COMMANDS_NOT_REPRESENTABLE
              : Loss.COMMANDS;
      case TOOL_RESPONSES -> sameResults(before, after) ? Loss.LAYOUT : Loss.TOOL_RESPONSES;
      case MOSS -> Loss.REPLY;
    };
  }

  /// Whether both say the same of each call, in whatever order and line form.
  private static boolean sameResults(String before, String after) {
    return Results.parse(before) instanceof Results.Blocks(List<Results.Block> left)
        && Results.parse(after) instanceof Results.Blocks(List<Results.Block> right)
        && left.size() == right.size()
        && Set.copyOf(answers(left)).equals(Set.copyOf(answers(right)));
  }

  private static List<String> answers(List<Results.Block> blocks) {
    return blocks.stream().map(block -> block.call() + Answer.unquoted(block.text())).toList();
  }
}
