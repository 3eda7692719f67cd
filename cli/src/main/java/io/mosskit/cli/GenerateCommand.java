package io.mosskit.cli;

import io.mosskit.cli.recipe.PluginSources;
import io.mosskit.cli.recipe.Recipe;
import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.cli.recipe.SeedFiles;
import io.mosskit.cli.recipe.TeacherAddress;
import io.mosskit.generator.GenerationSummary;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Mix;
import io.mosskit.generator.plan.PersonaPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.schema.Category;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit generate`.
@Command(
    name = "generate",
    description = {
      "Expand seed prompts by Self-Instruct rounds, and hold a dialogue on each new prompt with a",
      "teacher that speaks the OpenAI protocol.",
      "",
      "The run folder keeps every request and answer. Stopped in any way, the same command goes on",
      "where it stopped, and sends nothing again that was answered. A changed one says what it makes",
      "anew, and reuses the rest.",
      ""
    },
    footer = {
      "",
      "The key of the teacher is read from OPENAI_API_KEY, or from the variable that --key-variable",
      "names, and is stored nowhere.",
      "",
      "Examples:",
      "  mosskit generate --seeds datasets/seeds --out run/ --rehearsal --dialogues 500",
      "  mosskit generate --seeds my-prompts.jsonl --category writing --languages zh \\",
      "      --out run/ --model gpt-4o-mini --dialogues 200",
      "  mosskit generate --seeds datasets/seeds/code.jsonl --out run/ \\",
      "      --base-url http://localhost:8000/v1 --model my-model --concurrency 32",
      "  mosskit generate --seeds datasets/seeds --out run/ --rehearsal \\",
      "      --categories calculator,web-search --documents datasets/documents",
      "  mosskit generate --seeds datasets/seeds --out run/ --model gpt-4o-mini \\",
      "      --dialogues 1000 --prices prices.yaml --max-usd 5 --preview 20",
    })
final class GenerateCommand extends CommandBase {

  @Option(
      names = "--seeds",
      required = true,
      arity = "1..*",
      paramLabel = "PATH",
      description = "files or folders of seed prompts: {\"user_prompt\": …} on each line")
  private List<Path> seeds = List.of();

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "the run folder; an existing one is gone on with")
  private Path out = Path.of("run");

  @Option(
      names = "--category",
      paramLabel = "NAME",
      description = "category of seeds that name none, as code")
  private @Nullable String category;

  @Option(
      names = "--categories",
      split = ",",
      paramLabel = "NAME",
      description = "categories to make (default: those of the mix of which there are seeds)")
  private List<String> categories = List.of();

  @Option(
      names = "--documents",
      arity = "1..*",
      paramLabel = "PATH",
      description =
          "files or folders that the categories web-search and mix search in, or one index")
  private List<Path> documents = List.of();

  @Option(
      names = "--languages",
      split = ",",
      paramLabel = "LANG",
      description = "zh, en or both (default: zh,en)")
  private List<String> languages = List.of("zh", "en");

  @Option(
      names = "--dialogues",
      paramLabel = "N",
      description = "how many new dialogues, over all categories and languages (default: 100)")
  private int dialogues = 100;

  @Option(
      names = "--mix",
      paramLabel = "MIX",
      description =
          "their proportions: uniform, moss-003 (as published), plugins, or code=3,writing=2"
              + " (default: uniform)")
  private String mix = "uniform";

  @Option(names = "--from-seeds", description = "hold dialogues on the seeds themselves too")
  private boolean fromSeeds;

  @Mixin private TeacherMixin teachers = new TeacherMixin();

  @Mixin private BoundsMixin bounds = new BoundsMixin();

  @Option(
      names = "--max-rouge-l",
      paramLabel = "F",
      description = "refuse prompts more similar to a seed or accepted prompt (default: 0.7)")
  private double maxRougeL = ExpansionPlan.DEFAULT.admission().maxRougeL();

  @Option(
      names = "--evolve",
      paramLabel = "F",
      description = "the share of new prompts that is made more demanding (default: 0)")
  private double evolve = 0;

  @Option(
      names = "--personas",
      paramLabel = "FILE",
      description = "{\"persona\": …} on each line; half of the requests for prompts name one")
  private List<Path> personas = List.of();

  @Option(
      names = "--random-seed",
      paramLabel = "N",
      description = "everything left to chance follows from it (default: 42)")
  private long randomSeed = 42;

  @Override
  ExitCode execute() throws Exception {
    Recipe.Generation generation = generation();
    GenerationSummary summary = GenerateStep.run(generation, out, console());
    Json.Obj json = GenerateStep.json(summary);
    List<String> lines = GenerateStep.lines(summary, out);
    if (generation.bounds().preview().isPresent()) {
      json = json.with("forecast", ForecastStep.json(generation, summary));
      lines.addAll(ForecastStep.lines(generation, summary, commandWithout("--preview")));
    }
    say(json, lines);
    if (summary.ending().stopped().isPresent()) {
      console().note(summary.ending().stopped().get());
      return ExitCode.BUDGET;
    }
    if (summary.writtenDialogues() == 0) {
      console().note("no dialogue came out; " + out.resolve("rejected.jsonl") + " says why");
      return ExitCode.FOUND;
    }
    return ExitCode.DONE;
  }

  private Recipe.Generation generation() throws IOException, CommandFailure, RecipeException {
    try {
      TeacherAddress teacher = teachers.address();
      List<SeedFile> files = SeedFiles.in(seeds, category());
      if (files.isEmpty()) {
        throw new CommandFailure(
            ExitCode.FILES, seeds + " holds no lines such as {\"user_prompt\": \"…\"}");
      }
      GenerationPlan plan = GenerationPlan.of(files, quotas(files), teacher.model());
      return new Recipe.Generation(
          plan.withDialogues(plan.dialogues().withFromSeeds(fromSeeds || dialogues == 0))
              .withTeachers(teachers.plan())
              .withExpansion(expansion())
              .withRandomSeed(randomSeed),
          new LinkedHashMap<>(Map.of(teacher.model(), teacher)),
          PluginSources.NONE.withDocuments(documents),
          bounds.over(Bounds.NONE));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private ExpansionPlan expansion() {
    ExpansionPlan plan = ExpansionPlan.DEFAULT;
    ExpansionPlan.Admission admission = plan.admission();
    return plan.withAdmission(
            new ExpansionPlan.Admission(
                admission.minCharacters(), admission.maxCharacters(), maxRougeL))
        .withEvolution(plan.evolution().withShare(evolve))
        .withPersonas(new PersonaPlan(personas, personas.isEmpty() ? 0 : 0.5));
  }

  private Optional<Category> category() throws CommandFailure {
    return category == null ? Optional.empty() : Optional.of(Quotas.category(category));
  }

  private List<Quota> quotas(List<SeedFile> files) throws IOException, CommandFailure {
    List<Category> wanted = new ArrayList<>();
    for (String name : categories) {
      wanted.add(Quotas.category(name));
    }
    List<Language> spoken = new ArrayList<>();
    for (String name : languages) {
      spoken.add(language(name));
    }
    if (dialogues < 0) {
      throw new CommandFailure(ExitCode.USAGE, "--dialogues is at least 0, not " + dialogues);
    }
    Mix proportions = Quotas.mix(mix);
    List<Quotas.Family> families =
        Quotas.families(
            files, wanted.isEmpty() ? proportions.categories().keySet() : wanted, spoken);
    if (families.isEmpty() && dialogues > 0) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "no seed in %s has a category to make%s; seeds that name no category want --category NAME"
              .formatted(seeds, categories.isEmpty() ? "" : " out of " + categories));
    }
    return Quotas.spread(dialogues, proportions, families);
  }

  private static Language language(String name) throws CommandFailure {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw new CommandFailure(ExitCode.USAGE, "a language is zh or en, not " + name);
    };
  }
}
