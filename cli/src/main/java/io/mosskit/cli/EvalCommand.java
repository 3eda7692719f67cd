package io.mosskit.cli;

import picocli.CommandLine.Command;

/// `mosskit eval`.
@Command(
    name = "eval",
    description = {
      "Measure a model on items with known answers, each figure with its interval, and compare two",
      "models, or models of two data recipes, item by item.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit eval run tasks.yaml --local tiny --out tiny-results/",
      "  mosskit eval plugins my-data/ --local tiny --out plugin-results/",
      "  mosskit eval compare tiny-results/ other-results/"
    },
    subcommands = {EvalRunCommand.class, EvalPluginsCommand.class, EvalCompareCommand.class})
final class EvalCommand extends CommandBase {

  @Override
  ExitCode execute() throws CommandFailure {
    throw new CommandFailure(ExitCode.USAGE, "name what to do: mosskit eval run, plugins, compare");
  }
}
