package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import io.mosskit.generator.GenerationSummary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit run`.
@Command(
    name = "run",
    description = {
      "Go the whole way that a recipe describes: make dialogues, curate them, write report and card.",
      "Stopped in any way, the same command goes on where it stopped; after a change of the recipe, it",
      "says what it makes anew, and reuses the rest.",
      ""
    },
    footer = {
      "",
      "A recipe (paths are relative to its folder; docs/recipes.md has every key):",
      "  title: My corpus",
      "  licence: CC-BY-4.0",
      "  generate:",
      "    seeds: seeds/",
      "    teacher: {base-url: http://localhost:8000/v1, model: my-model, concurrency: 16}",
      "    prompts: {code: 200, harmless: {zh: 100, en: 50}}",
      "  curate: {key: user-turns, threshold: 0.7}",
      "",
      "Examples:",
      "  mosskit run recipe.yaml                # into the folder recipe/",
      "  mosskit run recipe.yaml --out corpus/",
      "  mosskit run recipe.yaml --preview 20 --max-usd 5",
    })
final class RunCommand extends CommandBase {

  @Parameters(paramLabel = "RECIPE", description = "a recipe in YAML")
  private Path recipe = Path.of("recipe.yaml");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the output folder (default: the recipe's name without .yaml)")
  private @Nullable Path out;

  @Mixin private BoundsMixin bounds = new BoundsMixin();

  @Override
  ExitCode execute() throws Exception {
    Path folder = out == null ? besideRecipe() : out;
    Recipe read = bounded(Recipe.read(recipe));
    Optional<Recipe.Generation> generation = read.generation();
    if (generation.isPresent() && generation.get().bounds().preview().isPresent()) {
      return preview(generation.get(), folder.resolve(RecipeRun.RUN));
    }
    RecipeRun run = RecipeRun.of(read, folder, commandLine(), console());
    say(run.json(), run.lines());
    return ending(run.generation());
  }

  private Recipe bounded(Recipe recipe) throws CommandFailure {
    if (recipe.generation().isEmpty()) {
      return recipe;
    }
    Recipe.Generation generation = recipe.generation().get();
    try {
      return recipe.withGeneration(generation.withBounds(bounds.over(generation.bounds())));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  /// Makes some dialogues and curates nothing.
  private ExitCode preview(Recipe.Generation generation, Path folder) throws Exception {
    GenerationSummary summary = GenerateStep.run(generation, folder, console());
    List<String> lines = GenerateStep.lines(summary, folder);
    lines.addAll(ForecastStep.lines(generation, summary, commandWithout("--preview")));
    say(GenerateStep.json(summary).with("forecast", ForecastStep.json(generation, summary)), lines);
    return ending(Optional.of(summary));
  }

  private ExitCode ending(Optional<GenerationSummary> generation) {
    Optional<String> stopped = generation.flatMap(summary -> summary.ending().stopped());
    stopped.ifPresent(console()::note);
    return stopped.isPresent() ? ExitCode.BUDGET : ExitCode.DONE;
  }

  private Path besideRecipe() {
    String name = String.valueOf(recipe.getFileName());
    int dot = name.lastIndexOf('.');
    Path stem = Path.of(dot > 0 ? name.substring(0, dot) : name + "-out");
    Path parent = recipe.getParent();
    return parent == null ? stem : parent.resolve(stem);
  }
}
