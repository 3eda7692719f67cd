package io.mosskit.cli;

import io.mosskit.curation.explain.Explainer;
import io.mosskit.curation.explain.Explanation;
import io.mosskit.curation.report.ExplanationPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit explain`.
@Command(
    name = "explain",
    description = {
      "Show why a record of a curated folder was kept or dropped: its twin, both texts side by"
          + " side",
      "with what they share marked, the score, its cluster, and what other thresholds would have"
          + " done.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit explain d-1f0c6a2b9e7d4c58 --in curated/",
      "  mosskit explain 茶-2 --in curated/ --html why.html",
      "  mosskit explain d-1f0c6a2b9e7d4c58 --in new/ --in earlier/   # the twin was curated"
          + " before",
      "",
      "What both texts have is coloured on a terminal, and stands in [brackets] elsewhere.",
      "Exit code 1 where the folders have no record of that id."
    })
final class ExplainCommand extends CommandBase {

  @Parameters(index = "0", paramLabel = "ID", description = "id of a record, kept or rejected")
  private String id = "";

  @Option(
      names = "--in",
      paramLabel = "DIR",
      description = "a folder that curate wrote; may be repeated (default: the current folder)")
  private List<Path> folders = List.of(Path.of("."));

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write it as a page that loads nothing")
  private @Nullable Path html;

  @Option(
      names = "--width",
      paramLabel = "N",
      description = "columns of the two texts together, at least 40 (default: 100)")
  private int width = 100;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    if (width < 40) {
      throw new CommandFailure(ExitCode.USAGE, "a --width of 40 or more, not " + width);
    }
    if (html != null
        && Files.exists(html)
        && !String.valueOf(html.getFileName()).endsWith(".html")) {
      throw new CommandFailure(
          ExitCode.USAGE, "--html would replace " + html + "; name a file that ends in .html");
    }
    Explanation explanation = found(Explainer.explain(folders, id));
    if (html != null) {
      ExplanationPage.write(explanation, html);
      console().note("written: " + html);
    }
    boolean colours = console().interactive() && System.getenv("NO_COLOR") == null;
    say(explanation.json(), new ExplanationLines(explanation, width, colours).lines());
    return ExitCode.DONE;
  }

  private Explanation found(Explainer.Answer answer) throws CommandFailure {
    return switch (answer) {
      case Explainer.Answer.Found(Explanation explanation) -> explanation;
      case Explainer.Answer.Unknown(List<String> near) ->
          throw new CommandFailure(
              ExitCode.FOUND,
              "no record with the id %s in %s; %s"
                  .formatted(
                      id,
                      folders,
                      near.isEmpty()
                          ? "name the folder with --in"
                          : "near it: " + String.join(", ", near)));
    };
  }
}
