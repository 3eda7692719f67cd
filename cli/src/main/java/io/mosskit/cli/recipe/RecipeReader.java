package io.mosskit.cli.recipe;

import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.select.SelectPlan;
import io.mosskit.schema.convert.Codecs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads a recipe into the plans that its sections stand for.
final class RecipeReader {

  private final Paths paths;

  RecipeReader(Path folder) {
    this.paths = new Paths(folder);
  }

  Recipe read(Node node) throws IOException, RecipeException {
    Section top = Section.of(node);
    String title = top.text("title").orElse("A corpus made with mosskit");
    Optional<String> licence = top.text("licence");
    Optional<Section> generate = top.section("generate");
    Optional<Recipe.Generation> generation =
        generate.isEmpty()
            ? Optional.empty()
            : Optional.of(new GenerateReader(paths).read(generate.get()));
    List<Path> input = paths.of(top.texts("input"));
    Optional<Section> curate = top.section("curate");
    CurationPlan curation =
        curate.isEmpty() ? CurationPlan.standard() : new CurateReader(paths).read(curate.get());
    Optional<Section> score = top.section("score");
    Optional<Recipe.Scores> scores =
        score.isEmpty() ? Optional.empty() : Optional.of(new ScoreReader(paths).read(score.get()));
    Optional<Section> select = top.section("select");
    Optional<SelectPlan> selection =
        select.isEmpty() ? Optional.empty() : Optional.of(new SelectReader().read(select.get()));
    Optional<Section> prefer = top.section("prefer");
    Optional<Recipe.Preferences> preferences =
        prefer.isEmpty()
            ? Optional.empty()
            : Optional.of(new PreferReader(paths, generation).read(prefer.get()));
    List<String> exports = exports(top);
    top.end();
    if (generation.isEmpty() && input.isEmpty()) {
      throw top.error("nothing to do: give \"generate\", or \"input\" with dialogues to curate");
    }
    return new Recipe(
        title, licence, generation, input, curation, scores, selection, preferences, exports);
  }

  private static List<String> exports(Section top) throws RecipeException {
    List<String> forms = top.texts("export");
    for (String form : forms) {
      if (!form.equals("parquet") && !Codecs.NAMES.contains(form)) {
        throw top.error(
            "export: \"%s\" is no form; there are parquet, %s"
                .formatted(form, String.join(", ", Codecs.NAMES)));
      }
    }
    return forms;
  }
}
