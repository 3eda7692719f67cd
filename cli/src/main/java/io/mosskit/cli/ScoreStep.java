package io.mosskit.cli;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.Checkpoints;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.score.RewardHead;
import io.mosskit.inference.score.Scoring;
import io.mosskit.inference.score.ScoringModel;
import io.mosskit.inference.score.ScoringPlan;
import io.mosskit.inference.score.ScoringSummary;
import io.mosskit.inference.tokenizer.MossTokenizer;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Scores a corpus into a folder; used by `score` and `run`.
final class ScoreStep {

  private ScoreStep() {}

  static ScoringSummary run(
      Corpus corpus, Path model, ScoringPlan plan, BackendMixin backends, Path out, Console console)
      throws IOException, CommandFailure {
    requireElsewhere(corpus, out, Scoring.FILES);
    try (Checkpoint checkpoint = Checkpoints.openModel(model);
        Backend backend = backends.load(checkpoint, model, tokens(checkpoint), console);
        ProgressLine progress = console.progress()) {
      return Scoring.run(
          corpus, model(model, checkpoint, backend), plan, out, progress, console.clock());
    }
  }

  private static long tokens(Checkpoint checkpoint) {
    return Scoring.tokensAtOnce(checkpoint.config().nPositions());
  }

  /// Keeps the input from being replaced by what is made of it.
  static void requireElsewhere(Corpus corpus, Path out, List<String> names) throws CommandFailure {
    try {
      corpus.requireElsewhere(out, names);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  static ScoringModel model(Path folder, Checkpoint checkpoint, Backend backend)
      throws IOException, CommandFailure {
    Optional<RewardHead> head = RewardHead.read(checkpoint);
    String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    try {
      return new ScoringModel(
          name, ScoringModel.fingerprint(checkpoint), backend, MossTokenizer.load(folder), head);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.FILES, String.valueOf(e.getMessage()));
    }
  }

  static List<String> lines(ScoringSummary summary, Path out) {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%,d dialogues: %,d scored by %s (%,d now), %,d longer than it reads; %,d records rejected",
            summary.records(),
            summary.scored(),
            summary.model(),
            summary.now(),
            summary.tooLong(),
            summary.rejected()));
    if (summary.replyTokens() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "Replies: %,d tokens, loss %.4f, perplexity %.4f; mean IFD %.4f",
              summary.replyTokens(),
              summary.loss(),
              Math.exp(summary.loss()),
              summary.ifd()));
    }
    if (summary.tokensNow() > 0) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%,d tokens, replies alone included, at %,.0f a second; %,d of them, with which"
                  + " dialogues begin alike, were computed once",
              summary.tokensNow(),
              summary.tokensPerSecond(),
              summary.shared()));
    }
    lines.add("Written to " + out + ": scored.jsonl, scores.csv, rejected.jsonl, summary.json");
    return lines;
  }

  static Json.Obj json(ScoringSummary summary) {
    return summary
        .json()
        .with("scored_now", Json.of(summary.now()))
        .with("tokens_per_second", Json.of(summary.tokensPerSecond()));
  }
}
