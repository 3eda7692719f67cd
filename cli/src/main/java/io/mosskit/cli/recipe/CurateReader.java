package io.mosskit.cli.recipe;

import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.duplicate.DuplicateKey;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the section `curate`.
final class CurateReader {

  private final Paths paths;

  CurateReader(Paths paths) {
    this.paths = paths;
  }

  CurationPlan read(Section section) throws IOException, RecipeException {
    CurationPlan plan = CurationPlan.standard();
    DuplicateKey key =
        section
            .value(
                "key",
                text -> DuplicateKey.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')),
                "a key such as user-turns")
            .orElse(plan.key());
    double threshold = section.decimal("threshold", plan.threshold());
    double confidence = section.decimal("min-confidence", plan.minConfidence());
    Optional<String> seeds = section.text("seeds");
    section.end();
    try {
      plan = plan.withKey(key).withThreshold(threshold).withMinConfidence(confidence);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
    return seeds.isEmpty() ? plan : plan.withSeeds(paths.of(List.of(seeds.get())).getFirst());
  }
}
