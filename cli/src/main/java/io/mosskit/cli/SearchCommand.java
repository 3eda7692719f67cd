package io.mosskit.cli;

import picocli.CommandLine.Command;

/// `mosskit search`.
@Command(
    name = "search",
    description = {
      "What the Search plugin finds: make an index of your own documents, and ask it, or a search",
      "engine of the web, what a dialogue would ask.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit search index my-documents/ -o my-index   # .jsonl, .txt, .md, .html, a wiki's .xml",
      "  mosskit search query my-index 'deepest lake' 最深的湖",
      "  mosskit search query --help                      # engines of the web, JSON (--json)"
    },
    subcommands = {SearchIndexCommand.class, SearchQueryCommand.class})
final class SearchCommand extends CommandBase {

  @Override
  ExitCode execute() throws CommandFailure {
    throw new CommandFailure(
        ExitCode.USAGE, "name what to do: mosskit search index … or mosskit search query …");
  }
}
