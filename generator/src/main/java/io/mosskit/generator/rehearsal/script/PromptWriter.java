package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.prompt.Circumstance;
import io.mosskit.generator.rehearsal.script.Task.ExpandPrompts;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes user prompts of a category.
final class PromptWriter {

  private PromptWriter() {}

  /// As many different prompts as are asked for; of any kind and risk where the task names none.
  static List<String> write(ExpandPrompts task, Book book, RandomGenerator random) {
    List<Taxon> places = Taxon.all(task.category());
    Set<String> prompts = new LinkedHashSet<>();
    while (prompts.size() < task.number()) {
      Taxon taxon = task.taxon();
      if (taxon == null && !places.isEmpty()) {
        taxon = places.get(random.nextInt(places.size()));
      }
      prompts.add(taxon == null ? one(task, book, random) : prompt(taxon, book, random));
    }
    return List.copyOf(prompts);
  }

  private static String prompt(Taxon taxon, Book book, RandomGenerator random) {
    String frames = "prompt." + taxon.kind().label();
    Risk[] risks = Risk.values();
    Risk risk = taxon.risk() == null ? risks[random.nextInt(risks.length)] : taxon.risk();
    return switch (taxon.kind()) {
      case HARMFUL_REQUEST -> {
        String own = frames + "." + risk.label();
        String list = book.lists().has(own) ? own : frames;
        yield about("harm." + risk.label(), list, book, random);
      }
      case BENIGN_LOOK_ALIKE -> about("lookalike." + risk.label() + ".ask", frames, book, random);
      case SENSITIVE_ADVICE -> about("sensitive." + risk.label() + ".ask", frames, book, random);
      case ABOUT_ASSISTANT, UNANSWERABLE, FALSE_PREMISE, UNCERTAIN, USER_CORRECTION ->
          book.grammar().write(frames, Map.of(), random);
    };
  }

  private static String about(String things, String frames, Book book, RandomGenerator random) {
    String thing = book.grammar().write(things, Map.of(), random);
    return book.grammar().write(frames, Map.of("thing", thing), random);
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
    sentences.addFirst(
        Category.PLUGIN.contains(task.category())
            ? asking(task, frames, grammar, random)
            : grammar.write(frames, Map.of(), random));
    return book.join(sentences.toArray(String[]::new));
  }

  /// A request that a [Frame] reads back, with words around it. Where no plugin is needed, these
  /// are words that fit every request.
  private static String asking(
      ExpandPrompts task, String around, Grammar grammar, RandomGenerator random) {
    String list = Frames.PREFIX + task.category().label();
    String requests =
        switch (task.circumstance()) {
          case ANSWERED -> list;
          case FAILS -> grammar.has(list + ".fails") ? list + ".fails" : list;
          case UNNEEDED -> list + ".unneeded";
        };
    String words = grammar.write(requests + ".ask", Map.of(), random);
    String frames = task.circumstance() == Circumstance.ANSWERED ? around : "prompt.any-plugin";
    return grammar.write(frames, Map.of("task", words), random);
  }
}
