package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.ExpandPrompts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes user prompts of a category.
final class PromptWriter {

  private PromptWriter() {}

  /// As many different prompts as are asked for.
  static List<String> write(ExpandPrompts task, Book book, RandomGenerator random) {
    Set<String> prompts = new LinkedHashSet<>();
    while (prompts.size() < task.number()) {
      prompts.add(one(task, book, random));
    }
    return List.copyOf(prompts);
  }

  /// A frame of the category, in the persona's name now and then, with what is asked for: a
  /// constraint has frames of its own or a sentence.
  private static String one(ExpandPrompts task, Book book, RandomGenerator random) {
    Grammar grammar = book.grammar();
    String frames = "prompt." + task.category().label();
    List<String> sentences = new ArrayList<>();
    for (String constraint : task.constraints()) {
      String own = frames + "." + constraint;
      if (book.lists().has(own)) {
        frames = own;
      } else if (book.lists().has("constraint." + constraint)) {
        sentences.add(grammar.write("constraint." + constraint, Map.of(), random));
      }
    }
    boolean named = !task.persona().isEmpty() && random.nextInt(3) == 0;
    if (named) {
      sentences.add(grammar.write("persona.say", Map.of("persona", task.persona()), random));
    }
    sentences.addFirst(grammar.write(frames, Map.of(), random));
    return book.join(sentences.toArray(String[]::new));
  }
}
