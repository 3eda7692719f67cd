package io.mosskit.cli;

import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `mosskit respond`.
@Command(
    name = "respond",
    description = {
      "Write several replies to each dialogue's last user turn: of a local model, or of a teacher,",
      "whose answers are kept in FILE.journal and not paid for twice.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  mosskit respond my-data/ --rehearsal --k 3 --out replies.jsonl",
      "  mosskit respond my-data/ --local tiny --k 4 --temperature 0.9 --out replies.jsonl"
    })
final class RespondCommand extends CommandBase {
  static final int AT_ONCE = 8;

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
      names = "--max-tokens",
      paramLabel = "N",
      description = "the longest reply (default: 512)")
  private int maxTokens = 512;

  @Mixin private TeacherMixin teacher = new TeacherMixin();

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute()
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    RespondStep.Plan plan;
    try {
      plan = new RespondStep.Plan(k, temperature, maxTokens);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    read.requireOtherThan(out);
    RespondStep.Summary summary = local == null ? asTeacher(plan) : asLocalModel(plan, local);
    say(summary.json(), List.of(summary.line(out)));
    return ExitCode.DONE;
  }

  private RespondStep.Summary asTeacher(RespondStep.Plan plan)
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    Path journal = out.resolveSibling(out.getFileName() + ".journal");
    try (JournalledModel model = JournalledModel.open(teacher, journal, "respond", console())) {
      return RespondStep.run(read.corpus(), plan, model, AT_ONCE, out, console());
    }
  }

  private RespondStep.Summary asLocalModel(RespondStep.Plan plan, Path folder)
      throws CommandFailure, GenerationException, IOException, InterruptedException {
    try (LoadedModel model = LoadedModel.load(folder, backends, console())) {
      return RespondStep.run(read.corpus(), plan, model.talking(), 1, out, console());
    }
  }
}
