package io.mosskit.cli.recipe;

import io.mosskit.inference.eval.Item;
import io.mosskit.inference.eval.ItemFile;
import io.mosskit.inference.eval.PromptForm;
import io.mosskit.inference.eval.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads the tasks of an evaluation from YAML. Paths in it are relative to its folder.
public final class EvalTasks {
  private static final int MAX_TOKENS = 256;

  private EvalTasks() {}

  /// The tasks of a file, in their order.
  ///
  /// @throws RecipeException naming the line that is wrong
  public static List<Task> read(Path file) throws IOException, RecipeException {
    Section top = Section.of(Node.read(file));
    Path folder = file.toAbsolutePath().getParent();
    Paths paths = new Paths(folder == null ? Path.of("") : folder);
    List<Task> tasks = new ArrayList<>();
    for (Section section : top.sections("tasks")) {
      tasks.add(task(section, paths));
    }
    top.end();
    if (tasks.isEmpty()) {
      throw top.error("no task: give \"tasks\", a list of mappings with name, kind and file");
    }
    return tasks;
  }

  private static Task task(Section section, Paths paths) throws IOException, RecipeException {
    String name = section.text("name").orElseThrow(() -> section.error("a task has a name"));
    Task.Kind kind =
        section
            .value("kind", text -> Task.Kind.valueOf(text.toUpperCase(Locale.ROOT)), kinds())
            .orElse(Task.Kind.MULTIPLE_CHOICE);
    Path file = path(section, "file", paths);
    List<Item> items = ItemFile.read(file);
    items = items.subList(0, Math.min(items.size(), section.number("limit", items.size())));
    int shots = section.number("few-shot", 0);
    List<Item> examples = List.of();
    if (shots > 0) {
      List<Item> all = ItemFile.read(path(section, "few-shot-file", paths));
      if (all.size() < shots) {
        throw section.error(
            "few-shot is %d, but few-shot-file has %d items".formatted(shots, all.size()));
      }
      examples = all.subList(0, shots);
    } else {
      section.text("few-shot-file");
    }
    PromptForm form =
        new PromptForm(
            section.text("prompt"),
            section.text("delimiter").orElse(" "),
            section
                .value(
                    "style",
                    text -> PromptForm.Style.valueOf(text.toUpperCase(Locale.ROOT)),
                    "letters or texts")
                .orElse(usualStyle(file)));
    int maxTokens = section.number("max-tokens", MAX_TOKENS);
    try {
      Task task = new Task(name, kind, items, examples, form, maxTokens, section.text("rubric"));
      section.end();
      return task;
    } catch (IllegalArgumentException e) {
      throw section.error(String.valueOf(e.getMessage()));
    }
  }

  /// C-Eval, CMMLU and MMLU are asked by letters, other files by the texts of their choices.
  private static PromptForm.Style usualStyle(Path file) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
        ? PromptForm.Style.LETTERS
        : PromptForm.Style.TEXTS;
  }

  private static Path path(Section section, String key, Paths paths) throws RecipeException {
    String text =
        section.text(key).orElseThrow(() -> section.error("the key " + key + " is missing"));
    Path path = paths.of(List.of(text)).getFirst();
    if (!Files.isRegularFile(path)) {
      throw section.error(key + ": no file " + path);
    }
    return path;
  }

  private static String kinds() {
    return "one of "
        + String.join(", ", Arrays.stream(Task.Kind.values()).map(Task.Kind::label).toList());
  }
}
