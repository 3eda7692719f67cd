package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit respond`.
@Command(
    name = "respond",
    description = {
      "Write several replies to each dialogue's last user turn: of a local model, or of a teacher.",
      "Each answer is kept in FILE.journal before anything else: stopped in any way, the same command",
      "goes on where it stopped, and neither asks nor computes again what was answered.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit respond my-data/ --rehearsal --k 3 --out replies.jsonl",
      "  mosskit respond my-data/ --local tiny --k 4 --temperature 0.9 --out replies.jsonl",
      "  mosskit respond my-data/ --model gpt-4.1-mini --prices prices.yaml --max-usd 2 \\",
      "      --out replies.jsonl"
    })
final class RespondCommand extends CommandBase {
  @Mixin private InputMixin read = new InputMixin();

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "the file to write")
  private Path out = Path.of("replies.jsonl");

  @Option(
      names = "--local",
      paramLabel = "DIR",
      description = "a model folder; without it the teacher replies")
  private @Nullable Path local;

  @Option(names = "--k", paramLabel = "K", description = "replies to each context (default: 2)")
  private int k = 2;

  @Option(names = "--temperature", paramLabel = "T", description = "of the draws (default: 0.8)")
  private double temperature = 0.8;

  @Option(
      names = "--max-new-tokens",
      paramLabel = "N",
      description = "the longest reply (default: 512)")
  private int maxNewTokens = 512;

  @Mixin private TeacherMixin teacher = new TeacherMixin();

  @Mixin private BudgetMixin budget = new BudgetMixin();

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute() throws Exception {
    RespondStep.Plan plan;
    try {
      plan = new RespondStep.Plan(k, temperature, maxNewTokens);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    read.requireOtherThan(out);
    try (LoadedModel loaded = local == null ? null : load(local);
        JournalledModel model = journalled(loaded)) {
      RespondStep.Summary summary = RespondStep.run(read.corpus(), plan, model, out, console());
      say(summary.json(), summary.lines(out));
    }
    return ExitCode.DONE;
  }

  private LoadedModel load(Path folder) throws CommandFailure, IOException {
    if (budget.isGiven()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--max-usd and --max-tokens are what a teacher may cost; the longest reply is"
              + " --max-new-tokens");
    }
    return LoadedModel.load(folder, backends, console());
  }

  private JournalledModel journalled(@Nullable LoadedModel loaded)
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    Path journal = JournalledModel.journalOf(out);
    return loaded == null
        ? JournalledModel.open(teacher, budget, journal, RespondStep.PURPOSE, console())
        : JournalledModel.of(loaded, journal, RespondStep.PURPOSE);
  }
}
