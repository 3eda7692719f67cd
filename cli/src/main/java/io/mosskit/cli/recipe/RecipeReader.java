package io.mosskit.cli.recipe;

import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.generator.plan.DialoguePlan;
import io.mosskit.generator.plan.ExpansionPlan;
import io.mosskit.generator.plan.ExpansionPlan.Admission;
import io.mosskit.generator.plan.ExpansionPlan.Examples;
import io.mosskit.generator.plan.GenerationPlan;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.plan.SeedFile;
import io.mosskit.generator.plan.TeacherPlan;
import io.mosskit.generator.teacher.TeacherSettings;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads the sections of a recipe into the plans that they stand for.
final class RecipeReader {

  private static final int DEFAULT_TIMEOUT_SECONDS = 120;

  private final Path folder;

  RecipeReader(Path folder) {
    this.folder = folder;
  }

  Recipe read(Node node) throws IOException, RecipeException {
    Section top = Section.of(node);
    String title = top.text("title").orElse("A corpus made with mosskit");
    Optional<String> licence = top.text("licence");
    Optional<Section> generate = top.section("generate");
    Optional<Recipe.Generation> generation =
        generate.isEmpty() ? Optional.empty() : Optional.of(generation(generate.get()));
    List<Path> input = paths(top.texts("input"));
    Optional<Section> curate = top.section("curate");
    CurationPlan curation = curate.isEmpty() ? CurationPlan.standard() : curation(curate.get());
    top.end();
    if (generation.isEmpty() && input.isEmpty()) {
      throw top.error("nothing to do: give \"generate\", or \"input\" with dialogues to curate");
    }
    return new Recipe(title, licence, generation, input, curation);
  }

  private List<Path> paths(List<String> texts) {
    return texts.stream().map(folder::resolve).map(Path::normalize).toList();
  }

  private Recipe.Generation generation(Section section) throws IOException, RecipeException {
    Optional<Category> category =
        section.value(
            "category",
            text -> Category.named(text).orElseThrow(IllegalArgumentException::new),
            "a category such as code");
    List<SeedFile> seeds = SeedFiles.in(paths(section.texts("seeds")), category);
    if (seeds.isEmpty()) {
      throw section.error("no seed files: \"seeds\" names files or folders of seed prompts");
    }
    Section teacherSection =
        section
            .section("teacher")
            .orElseThrow(
                () -> section.error("no \"teacher\": give rehearsal: true, or a model's name"));
    TeacherAddress address = address(teacherSection);
    TeacherPlan teacher = teacher(teacherSection, address);
    List<Quota> quotas = quotas(section.section("prompts"));
    DialoguePlan dialogues = dialogues(section.section("dialogues"), quotas.isEmpty());
    ExpansionPlan expansion = expansion(section.section("expansion"));
    int randomSeed = section.number("random-seed", 42);
    section.end();
    try {
      GenerationPlan plan =
          new GenerationPlan(seeds, quotas, expansion, dialogues, teacher, randomSeed);
      return new Recipe.Generation(plan, address);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static TeacherAddress address(Section section) throws RecipeException {
    boolean rehearsal = section.flag("rehearsal", false);
    Optional<String> model = section.text("model");
    Optional<String> baseUrl = section.text("base-url");
    int timeout = section.number("timeout-seconds", DEFAULT_TIMEOUT_SECONDS);
    int seed = section.number("rehearsal-seed", 1);
    if (rehearsal == model.isPresent()) {
      throw section.error("give either rehearsal: true or model: NAME");
    }
    try {
      return rehearsal
          ? new TeacherAddress.Rehearsal(seed)
          : new TeacherAddress.Remote(
              new TeacherSettings(
                  baseUrl.map(URI::create).orElse(TeacherSettings.OPENAI),
                  model.orElseThrow(),
                  Duration.ofSeconds(timeout)));
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static TeacherPlan teacher(Section section, TeacherAddress address)
      throws RecipeException {
    TeacherPlan plan = TeacherPlan.of(address.model());
    int concurrency = section.number("concurrency", plan.concurrency());
    int attempts = section.number("attempts", plan.attempts());
    section.end();
    try {
      return plan.withConcurrency(concurrency).withAttempts(attempts);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  /// `code: 20` means twenty in each language, `code: {zh: 20}` twenty in Chinese alone.
  private static List<Quota> quotas(Optional<Section> section) throws RecipeException {
    List<Quota> quotas = new ArrayList<>();
    if (section.isEmpty()) {
      return quotas;
    }
    for (Map.Entry<String, Node> entry : section.get().rest().entrySet()) {
      Node node = entry.getValue();
      Category category =
          Category.named(entry.getKey())
              .filter(Quota.CATEGORIES::contains)
              .orElseThrow(() ->
                  node.place()
                      .error("none of " + Quota.CATEGORIES.stream().map(Category::label).toList()));
      switch (node) {
        case Node.Scalar scalar -> {
          int prompts = Section.value(scalar, Integer::valueOf, "how many prompts");
          for (Language language : List.of(Language.ZH, Language.EN)) {
            quotas.add(quota(node, category, language, prompts));
          }
        }
        case Node.Mapping mapping -> {
          for (Map.Entry<String, Node> one : mapping.members().entrySet()) {
            int prompts = Section.value(one.getValue(), Integer::valueOf, "how many prompts");
            quotas.add(quota(one.getValue(), category, language(one), prompts));
          }
        }
        case Node.Sequence sequence ->
            throw sequence.place().error("expected a number, or {zh: n, en: n}");
      }
    }
    return quotas;
  }

  private static Language language(Map.Entry<String, Node> entry) throws RecipeException {
    return switch (entry.getKey().toLowerCase(Locale.ROOT)) {
      case "zh" -> Language.ZH;
      case "en" -> Language.EN;
      default -> throw entry.getValue().place().error("a language is zh or en");
    };
  }

  private static Quota quota(Node node, Category category, Language language, int prompts)
      throws RecipeException {
    try {
      return new Quota(category, language, prompts);
    } catch (IllegalArgumentException e) {
      throw node.place().error(String.valueOf(e.getMessage()));
    }
  }

  private static DialoguePlan dialogues(Optional<Section> given, boolean noQuotas)
      throws RecipeException {
    DialoguePlan plan = DialoguePlan.DEFAULT.withFromSeeds(noQuotas);
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    boolean fromSeeds = section.flag("from-seeds", plan.fromSeeds());
    int retries = section.number("retries", plan.retries());
    section.end();
    try {
      return plan.withFromSeeds(fromSeeds).withRetries(retries);
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private static ExpansionPlan expansion(Optional<Section> given) throws RecipeException {
    ExpansionPlan plan = ExpansionPlan.DEFAULT;
    if (given.isEmpty()) {
      return plan;
    }
    Section section = given.get();
    Examples examples = plan.examples();
    Admission admission = plan.admission();
    try {
      ExpansionPlan changed =
          plan.withExamples(
                  new Examples(
                      section.number("seed-examples", examples.seeds()),
                      section.number("generated-examples", examples.generated()),
                      section.number("prompts-an-answer", examples.wanted())))
              .withAdmission(
                  new Admission(
                      section.number("min-characters", admission.minCharacters()),
                      section.number("max-characters", admission.maxCharacters()),
                      section.decimal("max-rouge-l", admission.maxRougeL())));
      section.end();
      return changed;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private CurationPlan curation(Section section) throws IOException, RecipeException {
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
    return seeds.isEmpty() ? plan : plan.withSeeds(paths(List.of(seeds.get())).getFirst());
  }
}
