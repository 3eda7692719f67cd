package io.mosskit.cli;

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
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of a curation's stages.
final class CurationMixin {
  private static final String ALL = "all";

  @Option(
      names = "--key",
      paramLabel = "KEY",
      converter = CurateCommand.KeyConverter.class,
      description = "what makes two dialogues duplicates (default: user-turns)")
  private DuplicateKey key = DuplicatePlan.standard().key();

  @Option(
      names = "--threshold",
      paramLabel = "T",
      description = "least Jaccard similarity of near-duplicates (default: 0.7)")
  private double threshold = DuplicatePlan.standard().threshold();

  @Option(
      names = "--quality",
      paramLabel = "PATH",
      description = {
        "where a record has its score, below mosskit: of two duplicates the one with the higher score",
        "stays, of equal ones the longer, then the earlier (default: quality)"
      })
  private String quality = DuplicatePlan.standard().quality();

  @Option(
      names = "--max-cluster-share",
      paramLabel = "S",
      description = {
        "stop where one cluster of at least 100 duplicates takes up more than this share of a file",
        "(default: 1, never; from 0.5 on it is said)"
      })
  private double maxClusterShare = DuplicatePlan.standard().maxClusterShare();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = {
        "hold the records against all that was curated into this index before, and add those that",
        "stay; made where it is absent"
      })
  private @Nullable Path index;

  @Option(
      names = "--rule",
      paramLabel = "NAME=LIMIT",
      description = "another limit of a filter, or drop, tag or off (mosskit filter --help)")
  private List<String> rules = List.of();

  @Option(names = "--without", paramLabel = "NAME", description = "switch a filter off")
  private List<String> without = List.of();

  @Option(
      names = "--evaluation",
      arity = "1..*",
      paramLabel = "[NAME=]PATH",
      description = "evaluation sets that must not be in the corpus (mosskit decontaminate --help)")
  private List<String> evaluation = List.of();

  @Option(
      names = "--contaminated",
      paramLabel = "POLICY",
      description = "what becomes of a dialogue that holds an item: drop (default), mask or tag")
  private Policy contaminated = Policy.DROP;

  @Option(
      names = "--scrub",
      arity = "0..1",
      split = ",",
      fallbackValue = ALL,
      paramLabel = "KIND",
      description = {
        "replace private data and secrets: all kinds, or with --scrub=email,phone these",
        "(mosskit scrub --help)"
      })
  private @Nullable List<String> scrub;

  @Option(
      names = "--scrub-allow",
      paramLabel = "FILE",
      description = "what stays all the same: an address or number a line")
  private @Nullable Path allow;

  @Option(
      names = "--scrub-salt",
      paramLabel = "FILE",
      description = "a key of 16 bytes or more: placeholders are then the same in the whole corpus")
  private @Nullable Path salt;

  @Option(
      names = "--tag-model",
      paramLabel = "FILE",
      description = "a model of mosskit tag train (default: the one that mosskit ships)")
  private @Nullable Path model;

  @Option(
      names = "--tag-rules",
      paramLabel = "FILE",
      description = "rules that tag (default: those of mosskit)")
  private @Nullable Path tagRules;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      description = "the least probability of a model's tag, 0 to 1 (default: 0.5)")
  private double minConfidence = TagPlan.standard().minConfidence();

  CurationPlan plan() throws IOException, CommandFailure {
    try {
      CurationPlan plan =
          CurationPlan.standard()
              .withDuplicates(duplicates())
              .withProfile(profile())
              .withTags(tags());
      if (!evaluation.isEmpty()) {
        plan =
            plan.withDecontamination(
                new Decontaminator(
                    EvaluationSources.read(evaluation, List.of(), Matching.standard()),
                    contaminated));
      }
      return scrub == null
          ? plan
          : plan.withScrub(ScrubPlans.of("--scrub", kinds(scrub), allow, salt));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private DuplicatePlan duplicates() {
    DuplicatePlan plan =
        DuplicatePlan.standard()
            .withKey(key)
            .withThreshold(threshold)
            .withQuality(quality)
            .withMaxClusterShare(maxClusterShare);
    return index == null ? plan : plan.withIndex(index);
  }

  private Profile profile() {
    Profile profile = Profile.standard();
    for (String rule : rules) {
      profile = profile.with(rule);
    }
    for (String name : without) {
      profile = profile.without(name);
    }
    return profile;
  }

  private TagPlan tags() {
    TagPlan plan = TagPlan.standard().withMinConfidence(minConfidence);
    plan = model == null ? plan : plan.withModel(model);
    return tagRules == null ? plan : plan.withRules(tagRules);
  }

  private static List<String> kinds(List<String> said) {
    return said.equals(List.of(ALL)) ? List.of() : said;
  }
}
