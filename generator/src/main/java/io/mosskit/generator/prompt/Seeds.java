package io.mosskit.generator.prompt;

import io.mosskit.generator.chance.Ids;
import io.mosskit.schema.Category;
import io.mosskit.schema.io.Rejection;
import io.mosskit.schema.text.Language;
import java.util.ArrayList;
import java.util.List;

/// What was found in the seed files.
///
/// @param prompts the seeds in the order of files and lines
/// @param rejections the lines that are no seeds, likewise
public record Seeds(List<Prompt> prompts, List<Rejection> rejections) {

  public Seeds {
    prompts = List.copyOf(prompts);
    rejections = List.copyOf(rejections);
  }

  /// The seeds of one category in one language.
  public List<Prompt> of(Category category, Language language) {
    return prompts.stream()
        .filter(seed -> seed.category() == category && seed.language() == language)
        .toList();
  }

  /// A hash of everything in the seeds that a run's result depends on.
  public String fingerprint() {
    List<Object> parts = new ArrayList<>();
    for (Prompt seed : prompts) {
      parts.add(seed.json());
    }
    return prompts.size() + " seeds, sha256 " + Ids.sha256(parts.toArray());
  }
}
