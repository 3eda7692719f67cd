package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.curation.tag.Evaluation.Bin;
import io.mosskit.curation.tag.Evaluation.LabelScore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluationTest {

  /// Three of `code`, one of them taken for `=写作`; two of `=写作`, one taken for `code`.
  private static Evaluation small() {
    Evaluation evaluation = new Evaluation(List.of("=写作", "code", "never"));
    evaluation.add("code", "code", 0.95);
    evaluation.add("code", "code", 0.91);
    evaluation.add("code", "=写作", 0.55);
    evaluation.add("=写作", "=写作", 0.59);
    evaluation.add("=写作", "code", 1.0);
    return evaluation;
  }

  @Test
  void figuresAreThoseOfTheDefinition() {
    Evaluation evaluation = small();
    assertThat(evaluation.accuracy()).isEqualTo(0.6);
    assertThat(evaluation.scores())
        .containsExactly(
            new LabelScore("=写作", 2, 0.5, 0.5, 0.5),
            new LabelScore("code", 3, 2 / 3.0, 2 / 3.0, 2 / 3.0),
            new LabelScore("never", 0, 0, 0, 0));
    assertThat(evaluation.macroF1()).isCloseTo((0.5 + 2 / 3.0) / 2, within(1e-12));
    assertThat(evaluation.count("code", "=写作")).isEqualTo(1);
  }

  @Test
  void calibrationIsMeasuredByTenths() {
    Evaluation evaluation = small();
    assertThat(evaluation.bins()).extracting(Bin::count).containsExactly(2L, 3L);
    assertThat(evaluation.bins()).extracting(Bin::accuracy).containsExactly(0.5, 2 / 3.0);
    double expected = (2 * Math.abs(0.57 - 0.5) + 3 * Math.abs(2.86 / 3 - 2 / 3.0)) / 5;
    assertThat(evaluation.calibrationError()).isCloseTo(expected, within(1e-12));
  }

  @Test
  void aLabelThatASpreadsheetWouldRunStandsBehindAnApostrophe(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("matrix.csv");
    EvaluationTable.write(small(), file);
    assertThat(Files.readAllLines(file))
        .containsExactly(
            "label,'=写作,code,never,examples,precision,recall,f1",
            "'=写作,1,1,0,2,0.5000,0.5000,0.5000",
            "code,1,2,0,3,0.6667,0.6667,0.6667",
            "never,0,0,0,0,0.0000,0.0000,0.0000");
  }

  @Test
  void aLabelThatIsNotThereIsABug() {
    assertThatThrownBy(() -> small().add("诗", "code", 1)).hasMessageContaining("\"诗\" is none of");
  }
}
