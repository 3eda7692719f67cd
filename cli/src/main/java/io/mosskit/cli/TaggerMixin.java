package io.mosskit.cli;

import io.mosskit.curation.tag.Rules;
import io.mosskit.curation.tag.TagModel;
import io.mosskit.curation.tag.Tagger;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options of commands that tag.
final class TaggerMixin {

  @Option(
      names = "--model",
      paramLabel = "FILE",
      description = "a model of mosskit tag train (default: the one that mosskit ships)")
  private @Nullable Path model;

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description = "rules in CSV: facet,value,field,query,confidence (default: those of mosskit)")
  private @Nullable Path rules;

  @Option(
      names = "--min-confidence",
      paramLabel = "P",
      description = "the least probability of a model's tag, 0 to 1 (default: 0.5)")
  private double minConfidence = Tagger.MIN_CONFIDENCE;

  Tagger tagger() throws IOException, CommandFailure {
    return tagger(minConfidence);
  }

  /// A tagger that says what its model thinks likeliest, however unlikely.
  Tagger taggerOfAll() throws IOException, CommandFailure {
    return tagger(0);
  }

  private Tagger tagger(double least) throws IOException, CommandFailure {
    if (!(minConfidence >= 0 && minConfidence <= 1)) {
      throw new CommandFailure(
          ExitCode.USAGE, "--min-confidence is from 0 to 1, not " + minConfidence);
    }
    TagModel trained = model == null ? Tagger.shippedModel() : TagModel.read(model);
    return new Tagger(trained, rules == null ? Rules.shipped() : Rules.read(rules), least);
  }
}
