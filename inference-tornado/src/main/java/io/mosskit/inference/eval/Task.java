package io.mosskit.inference.eval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a model is asked, and how its answers are judged.
///
/// @param name names it in results
/// @param items what it is made of
/// @param examples items with their answers before each prompt, in this order
/// @param form how an item is worded
/// @param maxTokens the longest reply where the model writes one
/// @param rubric what a judge is told, of graded tasks
public record Task(
    String name,
    Kind kind,
    List<Item> items,
    List<Item> examples,
    PromptForm form,
    int maxTokens,
    Optional<String> rubric) {

  /// How answers are judged.
  public enum Kind {
    /// The choice of the highest log-likelihood: `acc`, and by characters `acc_norm`.
    MULTIPLE_CHOICE,
    /// The reply is one of the answers, but for case, width, blanks and the last full stop.
    EXACT_MATCH,
    /// The reply contains one of them likewise.
    CONTAINS,
    /// The last number in the reply equals that of an answer.
    NUMERIC,
    /// The first JSON value in the reply equals an answer, the order of members aside.
    JSON_MATCH,
    /// A judge scores the reply from 1 to 5.
    GRADED;

    /// The name in task files and results: `multiple_choice`.
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Task {
    items = List.copyOf(items);
    examples = List.copyOf(examples);
    if (maxTokens < 1) {
      throw new IllegalArgumentException("a reply of at least one token, not " + maxTokens);
    }
    if (kind == Kind.MULTIPLE_CHOICE && items.stream().anyMatch(item -> item.choices().isEmpty())) {
      throw new IllegalArgumentException("the task " + name + " has an item without choices");
    }
  }

  /// What stands before the answer: the examples, each with its own, then the item.
  String prompt(Item item) {
    StringBuilder prompt = new StringBuilder();
    for (Item example : examples) {
      prompt
          .append(form.prompt(example))
          .append(form.delimiter())
          .append(form.answer(example))
          .append("\n\n");
    }
    return prompt.append(form.prompt(item)).toString();
  }
}
