package io.mosskit.cli.recipe;

import io.mosskit.inference.score.ScoringPlan;
import java.nio.file.Path;
import java.util.List;

/// Reads the section `score`.
final class ScoreReader {

  private final Paths paths;

  ScoreReader(Paths paths) {
    this.paths = paths;
  }

  Recipe.Scores read(Section section) throws RecipeException {
    Path model =
        section
            .text("model")
            .map(path -> paths.of(List.of(path)).getFirst())
            .orElseThrow(() -> section.error("\"model\" is missing: the folder of a model"));
    ScoringPlan standard = ScoringPlan.standard();
    try {
      ScoringPlan plan =
          new ScoringPlan(
              section.number("batch", standard.batch()),
              section.number("surprises", standard.surprises()));
      section.end();
      return new Recipe.Scores(model, plan);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }
}
