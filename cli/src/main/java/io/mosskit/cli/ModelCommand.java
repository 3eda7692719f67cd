package io.mosskit.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `mosskit model`.
@Command(
    name = "model",
    description = {"Look into the files of a model, pack its weights, or make one to try out.", ""},
    footer = {
      "",
      "Examples:",
      "  mosskit model make-tiny tiny        # a few MB, never trained: for trying things out",
      "  mosskit model info tiny             # sizes, tensors, what is missing",
      "  mosskit model quantize --help       # 8 or 4 bits a weight, in the files of GPTQ",
      "  mosskit model random --help         # random weights at full size, for measuring",
    },
    subcommands = {
      ModelInfoCommand.class,
      ModelMakeTinyCommand.class,
      ModelRandomCommand.class,
      ModelQuantizeCommand.class
    })
final class ModelCommand extends CommandBase {

  @Spec private @Nullable CommandSpec spec;

  @Override
  ExitCode execute() {
    if (spec == null) {
      throw new IllegalStateException("a command is made with its specification");
    }
    throw new ParameterException(spec.commandLine(), "say what to do with a model: info, …");
  }
}
