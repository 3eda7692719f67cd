package io.mosskit.cli;

import io.mosskit.cli.recipe.Recipe;
import io.mosskit.schema.Category;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `mosskit demo`.
@Command(
    name = "demo",
    description = {
      "Make a small bilingual corpus from the seeds that come with mosskit: new prompts, dialogues,",
      "curation, report and card. The teacher is the rehearsal teacher, a rule-based program, so that",
      "no key and no model is needed; its dialogues are for trying the pipeline, not for training.",
      ""
    },
    footer = {"", "Examples:", "  mosskit demo", "  mosskit demo --out my-demo"})
final class DemoCommand extends CommandBase {

  private static final String RESOURCES = "/io/mosskit/cli/demo/";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "the output folder (default: mosskit-demo)")
  private Path out = Path.of("mosskit-demo");

  @Override
  ExitCode execute() throws Exception {
    Path recipe = unpack();
    RecipeRun run = RecipeRun.of(Recipe.read(recipe), out, commandLine(), console());
    say(run.json(), lines(run));
    return ExitCode.DONE;
  }

  /// Lays recipe, seeds and the documents for searches into the output folder, where they can be
  /// changed and run again.
  private Path unpack() throws IOException {
    for (Category category : Category.values()) {
      String seeds = "seeds/" + category.label() + ".jsonl";
      write(seeds, out.resolve(seeds));
    }
    for (String documents : List.of("documents/en.jsonl", "documents/zh.jsonl")) {
      write(documents, out.resolve(documents));
    }
    Path recipe = out.resolve("recipe.yaml");
    write("demo.yaml", recipe);
    return recipe;
  }

  /// Leaves alone what is there already: the reader may have changed it.
  private static void write(String resource, Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.writeString(file, resource(resource));
  }

  /// A file that the jar carries for the demo.
  static String resource(String name) throws IOException {
    try (InputStream in = DemoCommand.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IOException("the jar of mosskit lacks its demo's " + name + "; build it again");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<String> lines(RecipeRun run) throws IOException {
    List<String> lines = new ArrayList<>(run.lines());
    lines.add("");
    lines.add("Look at it:");
    lines.add("  " + out.resolve("report.html") + "   in a browser");
    lines.add("  mosskit stats " + out.resolve("corpus.jsonl"));
    lines.add("  mosskit validate --strict " + out.resolve("corpus.jsonl"));
    run.anId().ifPresent(id -> lines.add("  mosskit why " + id + " " + out));
    lines.add("Then make your own:");
    lines.add("  edit " + out.resolve("recipe.yaml") + ": your seeds, your teacher; then");
    lines.add("  mosskit run " + out.resolve("recipe.yaml") + " --out my-corpus");
    lines.add("  mosskit curate my-moss-data/ --out curated");
    return lines;
  }
}
