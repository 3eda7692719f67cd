package io.mosskit.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The `mosskit` command.
@Command(
    name = "mosskit",
    description = "From seed prompts to a verified, deduplicated, tagged and scored SFT corpus.",
    version = "mosskit 0.1.0-SNAPSHOT",
    mixinStandardHelpOptions = true)
public final class Mosskit implements Runnable {
  @Spec private CommandSpec spec;

  public static void main(String[] args) {
    System.exit(new CommandLine(new Mosskit()).execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
