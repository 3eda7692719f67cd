package io.mosskit.curation;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.filter.Filter;
import io.mosskit.curation.tag.LabelledPrompt;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a curation does.
///
/// @param duplicates how duplicates are told, and which of them stays
/// @param filters the rules that a dialogue has to pass, in the order in which they are asked
/// @param seeds labelled prompts from which the category of undeclared records is told; without
///   any, they stay untagged
/// @param minConfidence the least share of the vote for a category, from 0 to 1; below it a record
///   stays untagged
public record CurationPlan(
    DuplicatePlan duplicates,
    List<Filter> filters,
    List<LabelledPrompt> seeds,
    double minConfidence) {

  public CurationPlan {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("a confidence from 0 to 1, not " + minConfidence);
    }
    filters = List.copyOf(filters);
    seeds = List.copyOf(seeds);
  }

  /// Duplicates by the user turns at 0.7, the dialogue filters, no seeds.
  public static CurationPlan standard() {
    return new CurationPlan(DuplicatePlan.standard(), Filter.DIALOGUE, List.of(), 0.6);
  }

  /// The words by which duplicates are told.
  public DuplicateKey key() {
    return duplicates.key();
  }

  /// The least Jaccard similarity of near-duplicates.
  public double threshold() {
    return duplicates.threshold();
  }

  public CurationPlan withDuplicates(DuplicatePlan others) {
    return new CurationPlan(others, filters, seeds, minConfidence);
  }

  public CurationPlan withKey(DuplicateKey other) {
    return withDuplicates(duplicates.withKey(other));
  }

  public CurationPlan withThreshold(double other) {
    return withDuplicates(duplicates.withThreshold(other));
  }

  public CurationPlan withFilters(List<Filter> others) {
    return new CurationPlan(duplicates, others, seeds, minConfidence);
  }

  public CurationPlan withSeeds(List<LabelledPrompt> others) {
    return new CurationPlan(duplicates, filters, others, minConfidence);
  }

  /// With the seeds of a file, or of all seed files below a folder.
  ///
  /// @throws IOException if they cannot be read, naming the line that is no labelled prompt
  public CurationPlan withSeeds(Path path) throws IOException {
    return withSeeds(LabelledPrompt.read(path));
  }

  public CurationPlan withMinConfidence(double other) {
    return new CurationPlan(duplicates, filters, seeds, other);
  }

  /// The settings as they stand in `stats.json`.
  Json.Obj settings() {
    ObjBuilder named = Json.object();
    for (Filter filter : filters) {
      named.put(filter.name(), filter.limits());
    }
    ObjBuilder settings = Json.object();
    duplicates.describe(settings);
    return settings
        .put("filters", named.build())
        .put("seeds", seeds.size())
        .put("min_confidence", minConfidence)
        .build();
  }
}
