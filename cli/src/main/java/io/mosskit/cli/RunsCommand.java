package io.mosskit.cli;

import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.store.RunView;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `mosskit runs`.
@Command(
    name = "runs",
    description = {
      "List the runs of the generator below folders: when they were started, whether one is running,",
      "has ended or was interrupted, what was asked and answered, and what became of the dialogues.",
      "Changes nothing, and may look into a run that is under way.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit runs",
      "  mosskit runs corpora/ --json",
      "  mosskit runs show corpora/tea/run      # more about one run",
      "  mosskit runs export --help             # its requests and answers as JSON Lines",
      "",
      "Exit code 1 where there is no run."
    },
    subcommands = {RunsShowCommand.class, RunsExportCommand.class})
final class RunsCommand extends CommandBase {

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "where to look (default: the current folder)")
  private List<Path> folders = List.of(Path.of("."));

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    List<Path> found = RunFolders.below(folders);
    if (found.isEmpty()) {
      throw RunFolders.none(folders);
    }
    List<RunReport> reports = new ArrayList<>();
    for (Path folder : found) {
      try (RunView run = RunView.open(folder)) {
        reports.add(RunReport.of(folder, run));
      } catch (IOException e) {
        console().note(String.valueOf(e.getMessage())); // the others are still worth a look
      }
    }
    say(
        Json.object().put("runs", Json.of(reports.stream().map(RunReport::json).toList())).build(),
        lines(reports));
    return reports.isEmpty() ? ExitCode.FOUND : ExitCode.DONE;
  }

  private static List<String> lines(List<RunReport> reports) {
    Table table =
        new Table(
            "run",
            "state",
            "started",
            "last activity",
            "requests",
            "answered",
            "failed",
            "refused",
            "tokens in",
            "out",
            "dialogues",
            "rejected",
            "pending",
            "open");
    for (RunReport run : reports) {
      table.row(
          run.folder(),
          run.state().label(),
          RunReport.moment(run.began()),
          RunReport.moment(run.lastActivity()),
          counted(run.usage().requests()),
          counted(run.usage().answered()),
          counted(run.failed()),
          counted(run.refused()),
          counted(run.usage().promptTokens()),
          counted(run.usage().completionTokens()),
          counted(run.dialogues(Outcome.WRITTEN)),
          counted(run.dialogues(Outcome.REJECTED)),
          counted(run.dialogues(Outcome.PENDING)),
          counted(run.open()));
    }
    return table.lines();
  }

  static String counted(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }
}
