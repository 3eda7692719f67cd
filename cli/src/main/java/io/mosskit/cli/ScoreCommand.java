package io.mosskit.cli;

import io.mosskit.inference.score.ScoringPlan;
import io.mosskit.inference.score.ScoringSummary;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit score`.
@Command(
    name = "score",
    description = {
      "Say how well a model foretells each dialogue and each reply in it: loss, perplexity, bits per",
      "byte, instruction-following difficulty (IFD), the loss under each mask policy, and the tokens",
      "that surprised it most. Where the model has a preference head, it is asked too.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit score corpus.jsonl --model moss-moon-003-sft --out scored/",
      "  mosskit score corpus.jsonl --model tiny --out scored/ --batch 32 --surprises 10",
      "",
      "Scores stand beside each record, under mosskit.likelihood, and in scores.csv. A run that was",
      "stopped goes on with the same command; nothing is scored twice.",
    })
final class ScoreCommand extends CommandBase {

  @Mixin private InputMixin input = new InputMixin();

  @Option(
      names = "--model",
      required = true,
      paramLabel = "DIR",
      description = "a model folder: config.json, weights and tokenizer files")
  private Path model = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("scored");

  @Option(
      names = "--batch",
      paramLabel = "N",
      description = "dialogues that are scored together (default: 8); no score depends on it")
  private int batch = ScoringPlan.standard().batch();

  @Option(
      names = "--surprises",
      paramLabel = "N",
      description = "how many surprising tokens of each dialogue are named (default: 5)")
  private int surprises = ScoringPlan.standard().surprises();

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    ScoringPlan plan;
    try {
      plan = new ScoringPlan(batch, surprises);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    ScoringSummary summary = ScoreStep.run(input.corpus(), model, plan, backends, out, console());
    say(ScoreStep.json(summary), ScoreStep.lines(summary, out));
    return ExitCode.DONE;
  }
}
