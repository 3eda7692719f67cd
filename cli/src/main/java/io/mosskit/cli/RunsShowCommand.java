package io.mosskit.cli;

import static io.mosskit.cli.RunsCommand.counted;

import io.mosskit.generator.store.DialogueRow.Outcome;
import io.mosskit.generator.store.JournalRow;
import io.mosskit.generator.store.RunView;
import io.mosskit.generator.store.Tally;
import io.mosskit.generator.store.Verification;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.json.ObjBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit runs show`.
@Command(
    name = "show",
    description = {
      "Tell one run: its parameters, what was asked by stage and by teacher, what failed and why, why",
      "dialogues were rejected, and which requests were sent most often and took longest.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit runs show run/",
      "  mosskit runs show corpus/ --top 10 --json",
    })
final class RunsShowCommand extends CommandBase {

  @Parameters(
      paramLabel = "FOLDER",
      description = "a run folder, or a folder with one run below it")
  private Path folder = Path.of(".");

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "how many of the slowest and most often sent requests (default: 3)")
  private int top = 3;

  /// What is said of a run beyond its line in the list.
  ///
  /// @param faults requests that failed, by stage and reason
  /// @param rejections dialogues by reason
  /// @param verification of the dialogues about plugins
  private record Details(
      RunReport report,
      Map<String, String> parameters,
      List<Tally> teachers,
      Map<String, Long> faults,
      Map<String, Long> rejections,
      Verification verification,
      List<JournalRow> slowest,
      List<JournalRow> mostRetried) {}

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (top < 0) {
      throw new CommandFailure(ExitCode.USAGE, "--top is at least 0, not " + top);
    }
    Path runFolder = RunFolders.in(folder);
    try (RunView run = RunView.open(runFolder)) {
      Details details =
          new Details(
              RunReport.of(runFolder, run),
              run.parameters(),
              run.teachers(),
              run.faults(),
              run.rejections(),
              run.verification(),
              run.slowest(top),
              run.mostRetried(top));
      say(json(details), lines(details));
    }
    return ExitCode.DONE;
  }

  private static List<String> lines(Details run) {
    RunReport report = run.report();
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %s, started %s, last activity %s, starts %d"
            .formatted(
                report.folder(),
                report.state().label(),
                RunReport.moment(report.began()),
                RunReport.moment(report.lastActivity()),
                report.starts()));
    lines.add(
        "dialogues: %s written, %s rejected, %s pending, %s open"
            .formatted(
                counted(report.dialogues(Outcome.WRITTEN)),
                counted(report.dialogues(Outcome.REJECTED)),
                counted(report.dialogues(Outcome.PENDING)),
                counted(report.open())));
    addSection("Requests:", tallies("stage", report.stages()), lines);
    addSection("Teachers:", tallies("teacher", run.teachers()), lines);
    addSection("Failed attempts (requests by stage and last reason):", counts(run.faults()), lines);
    addSection("Dialogues rejected, by reason:", counts(run.rejections()), lines);
    lines.addAll(Verified.lines(run.verification()));
    addSection("Sent most often:", requests(run.mostRetried()), lines);
    addSection("Slowest answers:", requests(run.slowest()), lines);
    Table parameters = new Table("parameter", "value");
    run.parameters().forEach(parameters::row);
    addSection("Parameters:", parameters, lines);
    return lines;
  }

  private static void addSection(String heading, Table table, List<String> lines) {
    if (!table.isEmpty()) {
      lines.add("");
      lines.add(heading);
      lines.addAll(table.lines());
    }
  }

  private static Table tallies(String what, List<Tally> tallies) {
    Table table =
        new Table(
            what,
            "requests",
            "answered",
            "failed",
            "refused",
            "attempts",
            "retries",
            "tokens in",
            "out",
            "models");
    for (Tally tally : tallies) {
      table.row(
          tally.name(),
          counted(tally.requests()),
          counted(tally.answered()),
          counted(tally.failed()),
          counted(tally.refused()),
          counted(tally.attempts()),
          counted(tally.retries()),
          counted(tally.promptTokens()),
          counted(tally.completionTokens()),
          String.join(", ", tally.models()));
    }
    return table;
  }

  private static Table counts(Map<String, Long> counts) {
    Table table = new Table("reason", "number");
    counts.forEach((reason, count) -> table.row(reason, counted(count)));
    return table;
  }

  private static Table requests(List<JournalRow> rows) {
    Table table = new Table("request", "stage", "attempts", "seconds", "belongs to");
    for (JournalRow row : rows) {
      table.row(
          row.request().id(),
          row.request().stage(),
          row.attempts(),
          row.took().map(RunsShowCommand::seconds).orElse("-"),
          row.request().key());
    }
    return table;
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
  }

  private static Json.Obj json(Details run) {
    ObjBuilder json = Json.object();
    run.report().json().members().forEach(json::put);
    ObjBuilder parameters = Json.object();
    run.parameters().forEach(parameters::put);
    return json.put("parameters", parameters.build())
        .put("stages", tallies(run.report().stages()))
        .put("teachers", tallies(run.teachers()))
        .put("faults", object(run.faults()))
        .put("rejections", object(run.rejections()))
        .put("verification", Verified.json(run.verification()))
        .put("most_retried", Json.of(run.mostRetried().stream().map(JournalRow::json).toList()))
        .put("slowest", Json.of(run.slowest().stream().map(JournalRow::json).toList()))
        .build();
  }

  private static Json tallies(List<Tally> tallies) {
    return Json.of(
        tallies.stream()
            .<Json>map(tally ->
                Json.object()
                    .put("name", tally.name())
                    .put("models", tally.models())
                    .put("requests", tally.requests())
                    .put("answered", tally.answered())
                    .put("failed", tally.failed())
                    .put("refused", tally.refused())
                    .put("attempts", tally.attempts())
                    .put("retries", tally.retries())
                    .put("prompt_tokens", tally.promptTokens())
                    .put("completion_tokens", tally.completionTokens())
                    .build())
            .toList());
  }

  private static Json object(Map<String, Long> counts) {
    ObjBuilder object = Json.object();
    counts.forEach(object::put);
    return object.build();
  }
}
