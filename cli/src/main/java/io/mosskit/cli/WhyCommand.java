package io.mosskit.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit why`.
@Command(
    name = "why",
    description = {
      "Tell the story of a record: where it stands, what made it, what each stage decided about it, and",
      "the same of what it was made from, back to the seeds. Of a rejected one: why, and its twin. Of a",
      "request to a teacher (r-…): what was asked, and what was answered.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit why d-1f0c6a2b9e7d4c58 mosskit-demo",
      "  mosskit why code-zh-007 mosskit-demo datasets/seeds",
      "  mosskit why r-0004b0472201231c mosskit-demo",
      "",
      "Exit code 1 where neither a file nor a run has anything of that id."
    })
final class WhyCommand extends CommandBase {

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "id of a dialogue, prompt, seed or request")
  private String id = "";

  @Parameters(
      index = "1..*",
      paramLabel = "PATH",
      description = "folders and files to look in (default: the current folder)")
  private List<Path> paths = List.of(Path.of("."));

  @Option(
      names = "--depth",
      paramLabel = "N",
      description = "how far to follow what it was made from (default: 4)")
  private int depth = 4;

  @Override
  ExitCode execute() throws Exception {
    Story story = Story.of(id, paths, Journals.below(paths, console()), depth);
    if (story.isEmpty()) {
      throw new CommandFailure(
          ExitCode.FOUND,
          "no record with the id " + id + " below " + paths + "; name the folder of its corpus");
    }
    say(story.json(), story.lines());
    return ExitCode.DONE;
  }
}
