package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.EvolvePrompt;
import io.mosskit.generator.rehearsal.script.Task.ExpandPrompts;
import io.mosskit.schema.Category;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Makes a more demanding prompt out of one by rule: in depth a sentence is added that fits the
/// category, in breadth another prompt with such a sentence takes its place.
final class PromptEvolver {

  private PromptEvolver() {}

  static String write(EvolvePrompt task, Book book, RandomGenerator random) {
    if (task.operation().equals("breadth")) {
      ExpandPrompts another =
          new ExpandPrompts(task.category(), null, task.language(), 1, "", List.of());
      String prompt = PromptWriter.write(another, book, random).getFirst();
      return book.join(prompt, sentence("evolve.breadth", task.category(), book, random));
    }
    String list = "evolve." + task.operation();
    return book.join(task.prompt(), sentence(list, task.category(), book, random));
  }

  /// From the category's own list where it has one.
  private static String sentence(
      String list, Category category, Book book, RandomGenerator random) {
    String own = list + "." + category.label();
    return book.grammar().write(book.lists().has(own) ? own : list, Map.of(), random);
  }
}
