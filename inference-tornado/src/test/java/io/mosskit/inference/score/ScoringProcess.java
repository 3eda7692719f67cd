package io.mosskit.inference.score;

import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.progress.Progress;
import java.nio.file.Path;
import java.time.Clock;

/// A process that scores, to be killed.
final class ScoringProcess {

  private ScoringProcess() {}

  public static void main(String[] args) throws Exception {
    run(Path.of(args[0]), Path.of(args[1]), Path.of(args[2]));
  }

  static ScoringSummary run(Path model, Path corpus, Path out) throws Exception {
    try (SmallModel opened = SmallModel.open(model)) {
      return Scoring.run(
          Corpus.of(corpus),
          opened.scoring(),
          ScoringPlan.standard().withBatch(1),
          out,
          Progress.NONE,
          Clock.systemUTC());
    }
  }
}
