package io.mosskit.inference.eval;

import io.mosskit.schema.json.Json;
import java.util.List;

/// One item of a task.
///
/// @param id names it, the same in every run
/// @param fields what a prompt may name: `question`, `A`
/// @param choices of which one is right; none where the answer is free
/// @param gold the index of the right choice, -1 without choices
/// @param answers what is right, at least one: the right choice, or all answers that count
public record Item(
    String id, Json.Obj fields, List<String> choices, int gold, List<String> answers) {

  public Item {
    choices = List.copyOf(choices);
    answers = List.copyOf(answers);
    if (!choices.isEmpty() && (gold < 0 || gold >= choices.size())) {
      throw new IllegalArgumentException(
          "the item %s has %d choices, and no number %d (from 0)"
              .formatted(id, choices.size(), gold));
    }
    if (answers.isEmpty()) {
      throw new IllegalArgumentException("the item " + id + " has no answer");
    }
  }

  /// The letter of a choice: `A`.
  static String letter(int choice) {
    return Character.toString('A' + choice);
  }
}
