package io.mosskit.cli;

import io.mosskit.inference.eval.ResultTable;
import io.mosskit.inference.eval.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit eval compare`.
@Command(
    name = "compare",
    description = {
      "Compare two results on the items that both have: the difference with its interval of 95 %%, and",
      "how often chance alone makes one as large (p).",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit eval compare tiny-results/ other-results/",
      "  mosskit eval compare with-filter/ without-filter/ --out comparison.html"
    })
final class EvalCompareCommand extends CommandBase {

  @Parameters(index = "0", paramLabel = "DIR", description = "results of mosskit eval run")
  private Path left = Path.of("");

  @Parameters(index = "1", paramLabel = "DIR", description = "those of another model")
  private Path right = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "write the table there too: .html, or else Markdown")
  private @Nullable Path out;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    try {
      Results.Comparison comparison = Results.compare(Results.read(left), Results.read(right));
      if (out != null) {
        ResultTable table = comparison.table();
        Files.writeString(out, out.toString().endsWith(".html") ? table.html() : table.markdown());
      }
      say(comparison.json(), lines(comparison.table()));
      return ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  static List<String> lines(ResultTable results) {
    Table table = new Table(results.heads().toArray(String[]::new));
    results.rows().forEach(row -> table.row(row.toArray()));
    return table.lines();
  }
}
