package io.mosskit.cli;

import io.mosskit.generator.judge.Preference;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit prefer`.
@Command(
    name = "prefer",
    description = {
      "Make preference pairs of what mosskit judge says: of each context the best reply as chosen and",
      "the worst as rejected, with margin and reasons. Where lines have what people say, in the member",
      "human and in the form of comparisons, the judge's agreement with them is told.",
      ""
    },
    footer = {
      "",
      "Forms (--form):",
      "  messages     prompt, chosen and rejected as messages: conversational DPO of TRL; the default",
      "  texts        the same as texts, for contexts of one message",
      "  utterances   chosen and rejected as lists of utterances, user and assistant in turns",
      "",
      "Examples:",
      "  mosskit prefer judged.jsonl --out pairs.jsonl",
      "  mosskit prefer judged.jsonl --out pairs.jsonl --form utterances --min-margin 0.5"
    })
final class PreferCommand extends CommandBase {

  @Parameters(paramLabel = "FILE", description = "lines of mosskit judge")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("pairs.jsonl");

  @Option(
      names = "--form",
      paramLabel = "FORM",
      description = "messages, texts or utterances (default: messages)")
  private Preference.Form form = Preference.Form.MESSAGES;

  @Option(
      names = "--min-margin",
      paramLabel = "M",
      description = "leave out pairs of a smaller margin, 0 to 1 (default: 0)")
  private double minMargin;

  @Override
  ExitCode execute() throws IOException, CommandFailure {
    JsonLines.requireOther(file, out);
    PreferStep.Summary summary = PreferStep.run(file, form, minMargin, out);
    say(summary.json(), summary.lines(out));
    return ExitCode.DONE;
  }
}
