package io.mosskit.generator.rehearsal.script;

import io.mosskit.generator.rehearsal.script.Task.ExpandPrompts;
import io.mosskit.generator.taxonomy.Risk;
import io.mosskit.generator.taxonomy.Taxon;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/// Writes user prompts of a category.
final class PromptWriter {

  private PromptWriter() {}

  /// So many different prompts as are asked for; of any kind and risk where the task names none.
  static List<String> write(ExpandPrompts task, Book book, RandomGenerator random) {
    List<Taxon> places = Taxon.all(task.category());
    Set<String> prompts = new LinkedHashSet<>();
    while (prompts.size() < task.number()) {
      Taxon taxon = task.taxon();
      if (taxon == null && !places.isEmpty()) {
        taxon = places.get(random.nextInt(places.size()));
      }
      prompts.add(
          taxon == null
              ? book.grammar().write("prompt." + task.category().label(), Map.of(), random)
              : prompt(taxon, book, random));
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
}
