package io.mosskit.curation;

import io.mosskit.curation.duplicate.DuplicateKey;
import io.mosskit.curation.filter.Filter;
import io.mosskit.curation.tag.LabelledPrompt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What a curation does.
///
/// @param key the words by which duplicates are told
/// @param threshold the least Jaccard similarity of near-duplicates, above 0 and up to 1; at 1 only
///   texts with the same shingles are near-duplicates
/// @param filters the rules that a dialogue has to pass, in the order in which they are asked
/// @param seeds labelled prompts from which the category of undeclared records is told; without
///   any, they stay untagged
/// @param minConfidence the least share of the vote for a category, from 0 to 1; below it a record
///   stays untagged
public record CurationPlan(
    DuplicateKey key,
    double threshold,
    List<Filter> filters,
    List<LabelledPrompt> seeds,
    double minConfidence) {

  public CurationPlan {
    if (!(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("a threshold above 0 and up to 1, not " + threshold);
    }
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("a confidence from 0 to 1, not " + minConfidence);
    }
    filters = List.copyOf(filters);
    seeds = List.copyOf(seeds);
  }

  /// Duplicates by the user turns at 0.7, the dialogue filters, no seeds.
  public static CurationPlan standard() {
    return new CurationPlan(DuplicateKey.USER_TURNS, 0.7, Filter.DIALOGUE, List.of(), 0.6);
  }

  public CurationPlan withKey(DuplicateKey other) {
    return new CurationPlan(other, threshold, filters, seeds, minConfidence);
  }

  public CurationPlan withThreshold(double other) {
    return new CurationPlan(key, other, filters, seeds, minConfidence);
  }

  public CurationPlan withFilters(List<Filter> others) {
    return new CurationPlan(key, threshold, others, seeds, minConfidence);
  }

  public CurationPlan withSeeds(List<LabelledPrompt> others) {
    return new CurationPlan(key, threshold, filters, others, minConfidence);
  }

  /// With the seeds of a file, or of all seed files below a folder.
  ///
  /// @throws IOException if they cannot be read, naming the line that is no labelled prompt
  public CurationPlan withSeeds(Path path) throws IOException {
    return withSeeds(LabelledPrompt.read(path));
  }

  public CurationPlan withMinConfidence(double other) {
    return new CurationPlan(key, threshold, filters, seeds, other);
  }
}
