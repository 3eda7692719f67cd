package io.mosskit.cli;

import io.mosskit.generator.store.RunView;
import io.mosskit.generator.store.Tally;
import io.mosskit.schema.io.RecordWriter;
import io.mosskit.schema.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit runs export`.
@Command(
    name = "export",
    description = {
      "Write every request of a run with its answer as JSON Lines: who was asked what (body.messages),",
      "how the answer was to be drawn, what was answered and when, tokens, attempts and errors.",
      "",
      "The requests of recipes that were changed since are among them.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit runs export run/ --out requests.jsonl",
      "  mosskit runs export run/ --out replies.jsonl.zst --stage reply",
    })
final class RunsExportCommand extends CommandBase {

  @Parameters(
      paramLabel = "FOLDER",
      description = "a run folder, or a folder with one run below it")
  private Path folder = Path.of(".");

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "the file to write, .jsonl, compressed as .jsonl.gz or .jsonl.zst")
  private Path out = Path.of("requests.jsonl");

  @Option(
      names = "--stage",
      paramLabel = "NAME",
      description = "only expand-prompts, user-turn or reply (default: all)")
  private @Nullable String stage;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    Path runFolder = RunFolders.in(folder);
    try (RunView run = RunView.open(runFolder);
        RecordWriter requests = RecordWriter.create(out)) {
      requireStage(run, runFolder);
      run.forEach(Optional.ofNullable(stage), row -> requests.write(row.json()));
      requests.commit();
      String lines = String.format(Locale.ROOT, "%,d requests", requests.records());
      say(
          Json.object().put("file", out.toString()).put("requests", requests.records()).build(),
          List.of(lines + " written to " + out));
    }
    return ExitCode.DONE;
  }

  private void requireStage(RunView run, Path runFolder) throws IOException, CommandFailure {
    List<String> stages = run.stages().stream().map(Tally::name).toList();
    if (stage != null && !stages.contains(stage)) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "%s has no request of a stage \"%s\"; it has those of %s"
              .formatted(runFolder, stage, stages));
    }
  }
}
