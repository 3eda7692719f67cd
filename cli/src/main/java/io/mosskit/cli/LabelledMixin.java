package io.mosskit.cli;

import io.mosskit.curation.tag.Examples;
import io.mosskit.curation.tag.TextChoice;
import io.mosskit.curation.tag.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of commands that learn from labelled examples.
final class LabelledMixin {

  @Parameters(
      arity = "1..*",
      paramLabel = "LABELLED",
      description = "seeds, dialogues (.jsonl, .json, .gz, .zst; folders), or .csv with text,label")
  private List<Path> paths = List.of();

  @Option(
      names = "--text",
      paramLabel = "WORDS",
      description = {
        "first-user-turn, user-turns, dialogue or",
        "dialogue-with-plugins (default: first-user-turn)"
      })
  private String text = TextChoice.FIRST_USER_TURN.label();

  @Option(
      names = "--folds",
      paramLabel = "N",
      description = "folds of cross-validation (default: 5)")
  private int folds = TrainingPlan.FOLDS;

  @Option(names = "--seed", paramLabel = "N", description = "decides the folds (default: 1)")
  private long seed = TrainingPlan.SEED;

  TextChoice text() throws CommandFailure {
    Optional<TextChoice> choice = TextChoice.named(text);
    if (choice.isEmpty()) {
      throw new CommandFailure(
          ExitCode.USAGE,
          "--text "
              + text
              + " is none of "
              + String.join(
                  ", ", Arrays.stream(TextChoice.values()).map(TextChoice::label).toList()));
    }
    return choice.get();
  }

  int folds() throws CommandFailure {
    if (folds < 2) {
      throw new CommandFailure(ExitCode.USAGE, "--folds is 2 or more, not " + folds);
    }
    return folds;
  }

  long seed() {
    return seed;
  }

  Examples examples() throws IOException, CommandFailure {
    return examples(text());
  }

  /// The examples by the words that a model looks at, whatever `--text` says.
  Examples examples(TextChoice choice) throws IOException {
    return Examples.read(paths, choice);
  }

  /// Does what is possible with some examples only.
  <T> T checked(Supplier<T> work) throws CommandFailure {
    try {
      return work.get();
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, paths + ": " + e.getMessage());
    }
  }

  /// A line about dialogues without a category, where there are some.
  Optional<String> passedOver(Examples examples) {
    return examples.passedOver() == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d dialogues without a category passed over",
                examples.passedOver()));
  }
}
