package io.mosskit.generator.plan;

import io.mosskit.schema.Category;
import io.mosskit.schema.chat.Sampling;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/// What a run is asked to do.
///
/// @param seeds the files of seed prompts, at least one
/// @param quotas the new prompts wanted, at most one quota for each category and language; empty to
///   hold dialogues from the seeds alone
/// @param expansion how seeds are multiplied
/// @param dialogues how dialogues are held
/// @param safety what harmless and honest prompts try, and how they are answered
/// @param teachers how each teacher is called, at least one of them with a weight
/// @param randomSeed everything that is left to chance follows from it
public record GenerationPlan(
    List<SeedFile> seeds,
    List<Quota> quotas,
    ExpansionPlan expansion,
    DialoguePlan dialogues,
    SafetyPlan safety,
    List<TeacherPlan> teachers,
    long randomSeed) {

  public GenerationPlan {
    seeds = List.copyOf(seeds);
    quotas = List.copyOf(quotas);
    teachers = List.copyOf(teachers);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("a run begins with at least one file of seeds");
    }
    if (quotas.stream().map(Quota::name).distinct().count() < quotas.size()) {
      throw new IllegalArgumentException("two quotas for one category and language: " + quotas);
    }
    if (teachers.stream().allMatch(teacher -> teacher.weight() == 0)) {
      throw new IllegalArgumentException("no teacher has a weight: nobody would be asked");
    }
    if (teachers.stream().map(TeacherPlan::name).distinct().count() < teachers.size()) {
      throw new IllegalArgumentException("two teachers of one name: " + teachers);
    }
    List<String> names = teachers.stream().map(TeacherPlan::name).toList();
    dialogues
        .judge()
        .map(JudgePlan::teacher)
        .filter(name -> !names.contains(name))
        .ifPresent(name -> {
          throw new IllegalArgumentException(
              "the judge \"%s\" is none of the teachers %s".formatted(name, names));
        });
    if (quotas.isEmpty() && !dialogues.fromSeeds()) {
      throw new IllegalArgumentException(
          "nothing to do: give a quota, or let the seeds open dialogues");
    }
  }

  /// A plan with every setting at its default and 42 as the random seed.
  public static GenerationPlan of(List<SeedFile> seeds, List<Quota> quotas, String teacher) {
    DialoguePlan dialogues = DialoguePlan.DEFAULT.withFromSeeds(quotas.isEmpty());
    return new GenerationPlan(
        seeds,
        quotas,
        ExpansionPlan.DEFAULT,
        dialogues,
        SafetyPlan.DEFAULT,
        List.of(TeacherPlan.of(teacher)),
        42);
  }

  public GenerationPlan withExpansion(ExpansionPlan expansion) {
    return new GenerationPlan(seeds, quotas, expansion, dialogues, safety, teachers, randomSeed);
  }

  public GenerationPlan withDialogues(DialoguePlan dialogues) {
    return new GenerationPlan(seeds, quotas, expansion, dialogues, safety, teachers, randomSeed);
  }

  public GenerationPlan withSafety(SafetyPlan safety) {
    return new GenerationPlan(seeds, quotas, expansion, dialogues, safety, teachers, randomSeed);
  }

  public GenerationPlan withTeachers(TeacherPlan... teachers) {
    return new GenerationPlan(
        seeds, quotas, expansion, dialogues, safety, List.of(teachers), randomSeed);
  }

  public GenerationPlan withRandomSeed(long randomSeed) {
    return new GenerationPlan(seeds, quotas, expansion, dialogues, safety, teachers, randomSeed);
  }

  /// How many requests may be under way at once, to all teachers together.
  public int concurrency() {
    return teachers.stream().mapToInt(TeacherPlan::concurrency).sum();
  }

  /// Everything in the plan that the result depends on, by name: where one of them changes, some
  /// part of a run is made anew. The seeds themselves are not in it; their content counts, not
  /// where they lie.
  public SequencedMap<String, String> parameters() {
    SequencedMap<String, String> all = new LinkedHashMap<>();
    all.put("random seed", Long.toString(randomSeed));
    all.put("teachers", teachersByWeight());
    quotas.stream()
        .sorted(Comparator.comparing(Quota::category).thenComparing(Quota::language))
        .forEach(quota -> all.put("quota " + quota.name(), Integer.toString(quota.prompts())));
    all.put("expansion examples", expansion.examples().toString());
    all.put("expansion rounds", expansion.rounds().toString());
    all.put("expansion admission", expansion.admission().toString());
    all.put(
        "evolution",
        expansion.evolution().share() == 0 ? "none" : expansion.evolution().toString());
    all.put("persona share", Double.toString(expansion.personas().share()));
    all.put("expansion retries", Integer.toString(expansion.retries()));
    all.put("expansion sampling", text(expansion.sampling()));
    all.put("dialogues from seeds", Boolean.toString(dialogues.fromSeeds()));
    all.put("kinds", safety.kinds().toString());
    Set<Category> plugin = pluginCategories();
    if (!plugin.isEmpty()) {
      all.put("circumstances", dialogues.plugins().circumstances());
    }
    for (Category category : Category.values()) {
      if (Quota.CATEGORIES.contains(category) || plugin.contains(category)) {
        all.putAll(parameters(category));
      }
    }
    return all;
  }

  /// The categories of those that call plugins of which new prompts are made, or seeds may open
  /// dialogues.
  public Set<Category> pluginCategories() {
    Set<Category> categories = EnumSet.noneOf(Category.class);
    quotas.forEach(quota -> categories.add(quota.category()));
    if (dialogues.fromSeeds()) {
      Category.PLUGIN.stream().filter(dialogues.plugins()::serves).forEach(categories::add);
    }
    categories.retainAll(Category.PLUGIN);
    return categories;
  }

  /// Whether seeds of that category open dialogues, where seeds do: those that call plugins do
  /// where all plugins that they are about are there.
  public boolean opens(Category category) {
    return dialogues.plugins().serves(category);
  }

  /// Makes sure that what new prompts call is there.
  ///
  /// @throws IllegalArgumentException naming a plugin that is not
  public void requirePlugins() {
    for (Quota quota : quotas) {
      dialogues
          .plugins()
          .missing(quota.category())
          .ifPresent(plugin -> {
            throw new IllegalArgumentException(
                "the quota for %s wants the plugin %s, which is not there%s"
                    .formatted(
                        quota.name(),
                        plugin,
                        plugin.equals("Search") ? ": name the documents that it searches" : ""));
          });
    }
  }

  /// What the dialogues of a category depend on, by name: where it changes, they are held anew.
  public SequencedMap<String, String> parameters(Category category) {
    SequencedMap<String, String> parameters = dialogues.parameters(category);
    parameters.putAll(safety.parameters(category));
    return parameters;
  }

  /// `gpt-4o-mini`, or `gpt-4o-mini 3, qwen 1`: in the order of their names, because no result
  /// depends on any other.
  private String teachersByWeight() {
    if (teachers.size() == 1) {
      return teachers.getFirst().name();
    }
    return teachers.stream()
        .sorted(Comparator.comparing(TeacherPlan::name))
        .map(teacher -> teacher.name() + " " + teacher.weight())
        .collect(Collectors.joining(", "));
  }

  static String text(Sampling sampling) {
    return "temperature %s, top-p %s, at most %d tokens"
        .formatted(sampling.temperature(), sampling.topP(), sampling.maxTokens());
  }
}
