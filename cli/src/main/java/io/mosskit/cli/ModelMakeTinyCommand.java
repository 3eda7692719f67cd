package io.mosskit.cli;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.MossShapes;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.making.Shape;
import io.mosskit.inference.making.TinyModel;
import io.mosskit.inference.tokenizer.MossTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit model make-tiny`.
@Command(
    name = "make-tiny",
    description = {
      "Make a model of MOSS's architecture of a few MB, with a tokenizer of its own, so that every",
      "command that wants a model can be tried. It was never trained: its weights are random, only",
      "how often it says each token is counted in our seeds. It is not MOSS.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit model make-tiny tiny",
      "  mosskit model make-tiny tiny-7 --seed 7 --format torch",
    })
final class ModelMakeTinyCommand extends CommandBase {

  @Parameters(paramLabel = "OUT", description = "a new folder")
  private Path out = Path.of("tiny");

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the same seed gives the same files (default: 1)")
  private long seed = 1;

  @Mixin private ModelOutputMixin output = new ModelOutputMixin();

  @Override
  ExitCode execute() throws IOException, InterruptedException, CommandFailure {
    ModelOutputMixin.requireNew(out);
    List<String> texts = OwnTexts.all();
    Files.createDirectories(out);
    MossTokenizer tokenizer = TinyModel.writeTokenizer(out, texts);
    MossConfig config = TinyModel.withTokensOf(tokenizer, Shape.TINY.config());
    ModelWriter.Plan plan = TinyModel.plan(config, tokenizer, texts, seed);
    output.write(plan, out, console());
    Files.writeString(out.resolve("README.md"), readme(config, tokenizer));
    say(ModelOutputMixin.json(plan, out), ModelOutputMixin.lines(plan, out));
    return ExitCode.DONE;
  }

  private String readme(MossConfig config, MossTokenizer tokenizer) {
    return String.format(
        Locale.ROOT,
        """
        # A tiny model to try things out

        Made by `mosskit model make-tiny`, seed %d. It has the architecture of MOSS and the layout of its files, and
        nothing else of it: %,d parameters, all random, but for the bias of the output layer, which is how often each
        token comes in the seed prompts of mosskit. It was never trained. What it says means nothing.

        The tokenizer (%,d tokens) was learned from the same prompts.
        """,
        seed,
        MossShapes.parameters(config),
        tokenizer.vocabularySize());
  }
}
