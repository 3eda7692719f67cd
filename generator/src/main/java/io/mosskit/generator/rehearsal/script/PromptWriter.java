package io.mosskit.generator.rehearsal.script;

import io.mosskit.schema.Category;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes user prompts of a category.
final class PromptWriter {

  private PromptWriter() {}

  /// So many different prompts.
  static List<String> write(Category category, Book book, int number, RandomGenerator random) {
    String list = "prompt." + category.label();
    Set<String> prompts = new LinkedHashSet<>();
    while (prompts.size() < number) {
      prompts.add(book.grammar().write(list, Map.of(), random));
    }
    return List.copyOf(prompts);
  }
}
