package io.mosskit.cli.recipe;

import io.mosskit.cli.plan.EvaluationSources;
import io.mosskit.cli.plan.ScrubPlans;
import io.mosskit.curation.CurationPlan;
import io.mosskit.curation.DuplicatePlan;
import io.mosskit.curation.TagPlan;
import io.mosskit.curation.contamination.Decontaminator;
import io.mosskit.curation.contamination.Matching;
import io.mosskit.curation.contamination.Policy;
import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.filter.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Reads the section `curate`.
final class CurateReader {
  private static final String ALL = "all";

  private final Paths paths;

  CurateReader(Paths paths) {
    this.paths = paths;
  }

  CurationPlan read(Section section) throws IOException, RecipeException {
    try {
      CurationPlan plan =
          CurationPlan.standard()
              .withDuplicates(duplicates(section))
              .withProfile(profile(section))
              .withTags(tags(section));
      plan = decontaminated(plan, section);
      plan = scrubbed(plan, section);
      section.end();
      return plan;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  private DuplicatePlan duplicates(Section section) throws RecipeException {
    DuplicatePlan plan = DuplicatePlan.standard();
    DuplicateKey key =
        section
            .value("key", text -> DuplicateKey.valueOf(constant(text)), "a key such as user-turns")
            .orElse(plan.key());
    plan =
        plan.withKey(key)
            .withThreshold(section.decimal("threshold", plan.threshold()))
            .withQuality(section.text("quality").orElse(plan.quality()))
            .withMaxClusterShare(section.decimal("max-cluster-share", plan.maxClusterShare()));
    Optional<Path> index = path(section, "against");
    return index.isPresent() ? plan.withIndex(index.get()) : plan;
  }

  private static Profile profile(Section section) throws RecipeException {
    Profile profile = Profile.standard();
    for (String rule : section.texts("rules")) {
      profile = profile.with(rule);
    }
    return profile;
  }

  private TagPlan tags(Section section) throws RecipeException {
    TagPlan plan = TagPlan.standard();
    plan = plan.withMinConfidence(section.decimal("min-confidence", plan.minConfidence()));
    Optional<Path> model = path(section, "tag-model");
    plan = model.isPresent() ? plan.withModel(model.get()) : plan;
    Optional<Path> rules = path(section, "tag-rules");
    return rules.isPresent() ? plan.withRules(rules.get()) : plan;
  }

  private CurationPlan decontaminated(CurationPlan plan, Section section)
      throws IOException, RecipeException {
    List<String> files = section.texts("evaluation");
    Policy policy =
        section
            .value("contaminated", text -> Policy.valueOf(constant(text)), "drop, mask or tag")
            .orElse(Policy.DROP);
    if (files.isEmpty()) {
      return plan;
    }
    List<String> sources = files.stream().map(this::source).toList();
    return plan.withDecontamination(
        new Decontaminator(
            EvaluationSources.read(sources, List.of(), Matching.standard()), policy));
  }

  /// A set as `PATH` or `NAME=PATH`, the path from the recipe's folder.
  private String source(String text) {
    Path whole = paths.of(List.of(text)).getFirst();
    int equals = text.indexOf('=');
    return equals <= 0 || Files.exists(whole)
        ? whole.toString()
        : text.substring(0, equals + 1) + paths.of(List.of(text.substring(equals + 1))).getFirst();
  }

  private CurationPlan scrubbed(CurationPlan plan, Section section)
      throws IOException, RecipeException {
    List<String> kinds = section.texts("scrub");
    Path allow = path(section, "scrub-allow").orElse(null);
    Path salt = path(section, "scrub-salt").orElse(null);
    return kinds.isEmpty()
        ? plan
        : plan.withScrub(
            ScrubPlans.of("scrub", kinds.equals(List.of(ALL)) ? List.of() : kinds, allow, salt));
  }

  private Optional<Path> path(Section section, String key) throws RecipeException {
    return section.text(key).map(text -> paths.of(List.of(text)).getFirst());
  }

  private static String constant(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
