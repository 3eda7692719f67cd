package io.mosskit.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit judge`.
@Command(
    name = "judge",
    description = {
      "Have any OpenAI-compatible judge compare the replies of mosskit respond in pairs, each pair in",
      "both orders, and score them by a rubric. Verdicts that follow the order are ties. Answers are",
      "kept in FILE.journal and not paid for twice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit judge replies.jsonl --rehearsal --out judged.jsonl",
      "  mosskit judge replies.jsonl --model gpt-4.1-mini --rubric --out judged.jsonl",
      "  mosskit judge replies.jsonl --rehearsal --max-tokens 500000 --out judged.jsonl"
    })
final class JudgeCommand extends CommandBase {
  @Parameters(paramLabel = "FILE", description = "lines of mosskit respond")
  private Path file = Path.of("");

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("judged.jsonl");

  @Option(names = "--rubric", description = "score each reply from 1 to 5 by five criteria as well")
  private boolean rubric;

  @Mixin private TeacherMixin teacher = new TeacherMixin();

  @Mixin private BudgetMixin budget = new BudgetMixin();

  @Override
  ExitCode execute() throws Exception {
    JsonLines.requireOther(file, out);
    Path journal = JournalledModel.journalOf(out);
    try (JournalledModel model =
        JournalledModel.open(teacher, budget, journal, JudgeStep.PURPOSE, console())) {
      JudgeStep.Summary summary = JudgeStep.run(file, model, rubric, out, console());
      say(summary.json(), summary.lines());
    }
    return ExitCode.DONE;
  }
}
