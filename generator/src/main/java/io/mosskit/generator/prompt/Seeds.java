package io.mosskit.generator.prompt;

import io.mosskit.generator.chance.Ids;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;

/// What was found in the files of seeds and of personas.
///
/// @param prompts the seeds in the order of files and lines
/// @param personas the personas, likewise
/// @param rejections the lines that are neither, likewise
public record Seeds(List<Prompt> prompts, List<Persona> personas, List<Rejection> rejections) {

  public Seeds {
    prompts = List.copyOf(prompts);
    personas = List.copyOf(personas);
    rejections = List.copyOf(rejections);
  }

  /// The seeds of one category in one language.
  public List<Prompt> of(Category category, Language language) {
    return prompts.stream()
        .filter(seed -> seed.category() == category && seed.language() == language)
        .toList();
  }

  /// The personas who write in one language.
  public List<Persona> personas(Language language) {
    return personas.stream().filter(persona -> persona.language() == language).toList();
  }

  /// A hash of everything in the seeds and personas that a run's result depends on.
  public String fingerprint() {
    List<Object> parts = new ArrayList<>();
    for (Prompt seed : prompts) {
      parts.add(seed.json());
    }
    parts.addAll(personas);
    return "%d seeds%s, sha256 %s"
        .formatted(
            prompts.size(),
            personas.isEmpty() ? "" : ", " + personas.size() + " personas",
            Ids.sha256(parts.toArray()));
  }
}
