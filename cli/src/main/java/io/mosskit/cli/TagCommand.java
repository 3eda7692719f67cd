package io.mosskit.cli;

import picocli.CommandLine.Command;

/// `mosskit tag`.
@Command(
    name = "tag",
    description = {
      "Say of dialogues what they train, in which language, what kind of task they set: by rules and",
      "by a model, which people correct in a spreadsheet.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit tag apply my-data/ --out tagged.jsonl",
      "  mosskit tag export tagged.jsonl --out labels.csv     # the most uncertain first",
      "  mosskit tag merge tagged.jsonl --labels labels.csv --by anna --out labelled.jsonl",
      "  mosskit tag train labelled.jsonl seeds/ --out category.model",
      "  mosskit tag evaluate labelled.jsonl",
      "  mosskit tag agreement anna.csv ben.csv"
    },
    subcommands = {
      TagApplyCommand.class,
      TagExportCommand.class,
      TagMergeCommand.class,
      TagTrainCommand.class,
      TagEvaluateCommand.class,
      TagAgreementCommand.class
    })
final class TagCommand extends CommandBase {

  @Override
  ExitCode execute() throws CommandFailure {
    throw new CommandFailure(
        ExitCode.USAGE,
        "name what to do: mosskit tag apply, export, merge, train, evaluate, agreement");
  }
}
