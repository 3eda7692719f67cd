package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.testing.SharedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Five folds over the published samples, against TF-IDF of character n-grams with logistic
/// regression or a linear SVM on the larger published set.
class ReachesPublishedFiguresTest {
  private static final List<String> PLUGIN_FILES =
      List.of("calculator", "equation-solver", "mix", "text2img", "web-search");

  @ParameterizedTest
  @CsvSource({
    "FIRST_USER_TURN, 7, 0.897, 0.910",
    "FIRST_USER_TURN, 12, 0.771, 0.778",
    "DIALOGUE, 7, 0.789, 0.789",
    "DIALOGUE, 12, 0.782, 0.782",
    "DIALOGUE_WITH_PLUGINS, 12, 0.843, 0.843",
  })
  void theBarIsReached(TextChoice choice, int classes, double macroF1, double accuracy)
      throws IOException {
    List<Example> examples = Examples.read(files(classes), choice).examples();
    Evaluation evaluation =
        TagModel.crossValidate(examples, TrainingPlan.FOLDS, TrainingPlan.SEED, true);
    System.out.println(
        choice
            + " "
            + classes
            + " "
            + evaluation.macroF1()
            + " "
            + evaluation.accuracy()
            + " ece "
            + evaluation.calibrationError()
            + "\n"
            + evaluation.bins());
    assertThat(evaluation.labels()).hasSize(classes);
    assertThat(evaluation.macroF1()).isGreaterThan(macroF1);
    assertThat(evaluation.accuracy()).isGreaterThan(accuracy);
  }

  private static List<Path> files(int classes) throws IOException {
    try (Stream<Path> files = Files.list(SharedFolder.resolve("data/moss-003-samples"))) {
      return files
          .filter(file -> file.toString().endsWith(".jsonl"))
          .filter(
              file -> classes == 12 || PLUGIN_FILES.stream().noneMatch(file.toString()::contains))
          .sorted()
          .toList();
    }
  }
}
