package io.mosskit.cli;

import io.mosskit.cli.recipe.EvalTasks;
import io.mosskit.cli.recipe.RecipeException;
import io.mosskit.generator.plan.GenerationException;
import io.mosskit.inference.eval.Evaluation;
import io.mosskit.inference.eval.ItemResult;
import io.mosskit.inference.eval.Results;
import io.mosskit.inference.eval.Task;
import io.mosskit.schema.chat.ChatException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `mosskit eval run`.
@Command(
    name = "run",
    description = {
      "Have a model answer the items of tasks: the choice of the highest log-likelihood (acc,",
      "acc_norm), exact match, contains, numeric, JSON match, or a grade that a judge gives.",
      "Writes items.jsonl, results.json, results.md and results.html.",
      ""
    },
    footer = {
      "",
      "A task file:",
      "  tasks:",
      "    - name: tea",
      "      kind: multiple_choice     # or exact_match, contains, numeric, json_match, graded",
      "      file: tea.jsonl           # or .csv as C-Eval, CMMLU and MMLU have it",
      "      few-shot: 2",
      "      few-shot-file: tea-dev.jsonl",
      "",
      "Examples:",
      "  mosskit eval run tasks.yaml --local tiny --out tiny-results/",
      "  mosskit eval run tasks.yaml --rehearsal --out rehearsal-results/   # replies and judge"
    })
final class EvalRunCommand extends CommandBase {

  @Parameters(index = "0", paramLabel = "TASKS", description = "a YAML file of tasks")
  private Path tasks = Path.of("");

  @Option(
      names = "--local",
      paramLabel = "DIR",
      description = "the model to measure: a model folder; without it the teacher is measured")
  private @Nullable Path local;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "the output folder")
  private Path out = Path.of("results");

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "what results call the model (default: its own name)")
  private @Nullable String name;

  @Mixin private TeacherMixin teacher = new TeacherMixin();

  @Mixin private BudgetMixin budget = new BudgetMixin();

  @Mixin private BackendMixin backends = new BackendMixin();

  @Override
  ExitCode execute() throws Exception {
    List<Task> read = EvalTasks.read(tasks);
    boolean graded = read.stream().anyMatch(task -> task.kind() == Task.Kind.GRADED);
    Results results;
    try (LoadedModel model = local == null ? null : LoadedModel.load(local, backends, console());
        JournalledModel asked = model == null || graded ? journalled() : null) {
      Evaluation evaluation =
          new Evaluation(
              Optional.ofNullable(model).map(LoadedModel::scorer),
              model == null ? Optional.ofNullable(asked) : Optional.of(model.talking()),
              Optional.ofNullable(asked));
      results = results(read, evaluation);
      if (asked != null) {
        asked.end();
      }
    }
    results.write(out);
    say(results.json(), EvalCompareCommand.lines(results.table()));
    return ExitCode.DONE;
  }

  private JournalledModel journalled()
      throws ChatException,
          CommandFailure,
          GenerationException,
          IOException,
          InterruptedException,
          RecipeException {
    return JournalledModel.open(teacher, budget, out.resolve("journal"), "eval", console());
  }

  private Results results(List<Task> read, Evaluation evaluation)
      throws ChatException, CommandFailure, GenerationException, InterruptedException {
    List<ItemResult> items = new ArrayList<>();
    try (ProgressLine progress = console().progress()) {
      for (Task task : read) {
        items.addAll(evaluation.run(task, progress));
      }
    } catch (ChatException e) {
      JournalledModel.requirePassing(e);
      throw e;
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
    return new Results(name == null ? usualName() : name, items);
  }

  private String usualName() throws CommandFailure {
    return local == null ? teacher.address().model() : String.valueOf(local.getFileName());
  }
}
