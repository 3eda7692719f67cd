package io.mosskit.curation;

import io.mosskit.curation.tag.Rules;
import io.mosskit.curation.tag.TagModel;
import io.mosskit.curation.tag.Tagger;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How dialogues are tagged.
///
/// @param model the file of a trained model; the toolkit's own where it is empty
/// @param rules the file of stored queries; the toolkit's own where it is empty
/// @param minConfidence below this probability a model's prediction is no tag, from 0 to 1
public record TagPlan(Optional<Path> model, Optional<Path> rules, double minConfidence) {

  public TagPlan {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new IllegalArgumentException("a confidence from 0 to 1, not " + minConfidence);
    }
  }

  /// The toolkit's own model and rules.
  public static TagPlan standard() {
    return new TagPlan(Optional.empty(), Optional.empty(), Tagger.MIN_CONFIDENCE);
  }

  public TagPlan withModel(Path file) {
    return new TagPlan(Optional.of(file), rules, minConfidence);
  }

  public TagPlan withRules(Path file) {
    return new TagPlan(model, Optional.of(file), minConfidence);
  }

  public TagPlan withMinConfidence(double other) {
    return new TagPlan(model, rules, other);
  }

  /// The files that it names.
  List<Path> files() {
    return Stream.of(model, rules).flatMap(Optional::stream).toList();
  }

  /// The tagger; close it after use.
  ///
  /// @throws IOException if a file cannot be read, or is none of its kind, naming its line
  Tagger open() throws IOException {
    return new Tagger(
        model.isPresent() ? TagModel.read(model.get()) : Tagger.shippedModel(),
        rules.isPresent() ? Rules.read(rules.get()) : Rules.shipped(),
        minConfidence);
  }

  Json json() {
    return Json.object()
        .put("model", model.map(Path::toString).orElse("shipped"))
        .put("rules", rules.map(Path::toString).orElse("shipped"))
        .put("min_confidence", minConfidence)
        .build();
  }
}
