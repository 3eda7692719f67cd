package io.mosskit.cli.recipe;

import io.mosskit.generator.money.Budget;
import io.mosskit.generator.plan.Bounds;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.schema.Category;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads the section `generate`.
final class GenerateReader {

  private final Paths paths;

  GenerateReader(Paths paths) {
    this.paths = paths;
  }

  Recipe.Generation read(Section section) throws IOException, RecipeException {
    List<SeedFile> seeds = seeds(section);
    TeachersReader.Staff staff = TeachersReader.read(section, prices(section));
    List<Quota> quotas = PromptsReader.quotas(section.section("prompts"));
    SamplingReader sampling = SamplingReader.of(section.section("sampling"));
    ExpansionPlan expansion = sampling.of(expansion(section));
    PluginsReader.Read plugins = new PluginsReader(paths).read(section.section("plugins"));
    DialoguePlan dialogues =
        dialogues(section, quotas.isEmpty(), sampling).withPlugins(sampling.of(plugins.plan()));
    sampling.end();
    SafetyPlan safety = SafetyReader.read(section.section("safety"));
    int randomSeed = section.number("random-seed", 42);
    Budget budget = PricesReader.budget(section);
    section.end();
    try {
      GenerationPlan plan =
          new GenerationPlan(
              seeds, quotas, expansion, dialogues, safety, staff.plans(), randomSeed);
      return new Recipe.Generation(
          plan, staff.addresses(), plugins.sources(), Bounds.NONE.withBudget(budget));
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private PriceList prices(Section section) throws IOException, RecipeException {
    List<Path> files = paths.of(section.texts("prices"));
    return files.isEmpty() ? PriceList.EMPTY : PriceList.read(files.getFirst());
  }

  private DialoguePlan dialogues(Section section, boolean noQuotas, SamplingReader sampling)
      throws IOException, RecipeException {
    DialoguesReader reader = new DialoguesReader(paths);
    DialoguePlan plan = sampling.of(reader.read(section.section("dialogues"), noQuotas));
    Optional<Section> judge = section.section("judge");
    return judge.isEmpty() ? plan : plan.withJudge(sampling.of(JudgeReader.read(judge.get())));
  }

  private ExpansionPlan expansion(Section section) throws RecipeException {
    return PromptsReader.expansion(section.section("expansion"))
        .withEvolution(EvolutionReader.read(section.section("evolution")))
        .withPersonas(new PersonasReader(paths).read(section));
  }

  private List<SeedFile> seeds(Section section) throws IOException, RecipeException {
    Optional<Category> category =
        section.value(
            "category",
            text -> Category.named(text).orElseThrow(IllegalArgumentException::new),
            "a category such as code");
    List<SeedFile> seeds = SeedFiles.in(paths.of(section.texts("seeds")), category);
    if (seeds.isEmpty()) {
      throw section.error("no seed files: \"seeds\" names files or folders of seed prompts");
    }
    return seeds;
  }
}
