package io.mosskit.cli;

import picocli.CommandLine.Command;

/// `mosskit index`.
@Command(
    name = "index",
    description = {
      "An index of everything curated before, against which a new batch is checked: add corpora to",
      "it, and see what is in it.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit index add --help           # a corpus joins an index",
      "  mosskit index info everything"
    },
    subcommands = {IndexAddCommand.class, IndexInfoCommand.class})
final class IndexCommand extends CommandBase {

  @Override
  ExitCode execute() throws CommandFailure {
    throw new CommandFailure(
        ExitCode.USAGE, "name what to do: mosskit index add … or mosskit index info …");
  }
}
