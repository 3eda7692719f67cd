package io.mosskit.cli;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.writing.ModelWriter;
import io.mosskit.inference.making.RandomModel;
import io.mosskit.inference.making.Shape;
import io.mosskit.inference.making.TinyModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit model random`.
@Command(
    name = "random",
    description = {
      "Make a model of given sizes with random weights, to measure load time, memory and speed",
      "without a published one. What it says means nothing. It is written as it is made, so that",
      "the memory of this machine does not limit its size.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit model random --shapes 0.35b --type f16 small",
      "  mosskit model random --shapes moss-16b --type int4 full-size     # 10.6 GB on disk",
      "",
      "Shapes: moss-16b (34 layers of 6144), one-layer (one of them), 0.35b (20 layers of 1024), tiny."
    })
final class ModelRandomCommand extends CommandBase {

  private static final int GROUP_SIZE = 128;

  /// What the weights of the linear layers are.
  enum Weights {
    F32,
    F16,
    BF16,
    INT8,
    INT4
  }

  @Parameters(paramLabel = "OUT", description = "a new folder")
  private Path out = Path.of("random");

  @Option(
      names = "--shapes",
      paramLabel = "NAME",
      description = "moss-16b, one-layer, 0.35b or tiny (default: 0.35b)")
  private String shapes = "0.35b";

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      description = {
        "f32, f16, bf16, or the linear layers packed as int8 or int4 with the rest",
        "in f16 (default: f16)"
      })
  private Weights type = Weights.F16;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "the same seed gives the same files (default: 1)")
  private long seed = 1;

  @Mixin private ModelOutputMixin output = new ModelOutputMixin();

  @Override
  ExitCode execute() throws IOException, InterruptedException, CommandFailure {
    MossConfig sizes = shape().config();
    ModelOutputMixin.requireNew(out);
    Files.createDirectories(out);
    MossConfig config =
        packed(TinyModel.withTokensOf(TinyModel.writeTokenizer(out, OwnTexts.all()), sizes));
    ModelWriter.Plan plan = RandomModel.plan(config, floats(), seed);
    output.write(plan, out, console());
    say(ModelOutputMixin.json(plan, out), ModelOutputMixin.lines(plan, out));
    return ExitCode.DONE;
  }

  private Shape shape() throws CommandFailure {
    for (Shape shape : Shape.values()) {
      if (shape.label().equals(shapes.toLowerCase(Locale.ROOT))) {
        return shape;
      }
    }
    throw new CommandFailure(
        ExitCode.USAGE,
        "no shapes are called %s; name one of %s"
            .formatted(
                shapes,
                Arrays.stream(Shape.values()).map(Shape::label).collect(Collectors.joining(", "))));
  }

  private MossConfig packed(MossConfig config) {
    return switch (type) {
      case F32, F16, BF16 -> config;
      case INT8 -> config.quantized(8, GROUP_SIZE);
      case INT4 -> config.quantized(4, GROUP_SIZE);
    };
  }

  private ElementType floats() {
    return switch (type) {
      case F32 -> ElementType.F32;
      case BF16 -> ElementType.BF16;
      case F16, INT8, INT4 -> ElementType.F16;
    };
  }
}
