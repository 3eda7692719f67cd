package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit run`.
@Command(
    name = "run",
    description = {
      "Go the whole way that a recipe describes: make dialogues, curate them, write report and card.",
      "Stopped in any way, the same command goes on where it stopped.",
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
    })
final class RunCommand extends CommandBase {

  @Parameters(paramLabel = "RECIPE", description = "a recipe in YAML")
  private Path recipe = Path.of("recipe.yaml");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the output folder (default: the recipe's name without .yaml)")
  private @Nullable Path out;

  @Override
  ExitCode execute() throws Exception {
    Path folder = out == null ? besideRecipe() : out;
    RecipeRun run = RecipeRun.of(Recipe.read(recipe), folder, commandLine(), console());
    say(run.json(), run.lines());
    return ExitCode.DONE;
  }

  private Path besideRecipe() {
    String name = String.valueOf(recipe.getFileName());
    int dot = name.lastIndexOf('.');
    Path stem = Path.of(dot > 0 ? name.substring(0, dot) : name + "-out");
    Path parent = recipe.getParent();
    return parent == null ? stem : parent.resolve(stem);
  }
}
