package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AgreementTest {

  /// Annotators named `a`, `b` … with the labels of the columns; a row is what is said of one
  /// dialogue.
  private static Agreement of(List<List<String>> rows) {
    Map<String, Map<String, String>> annotators = new LinkedHashMap<>();
    for (int column = 0; column < rows.getFirst().size(); column++) {
      Map<String, String> labels = new TreeMap<>();
      for (int row = 0; row < rows.size(); row++) {
        labels.put("d" + row, rows.get(row).get(column));
      }
      annotators.put(String.valueOf((char) ('a' + column)), labels);
    }
    return new Agreement(annotators);
  }

  private static List<List<String>> repeated(int times, String... row) {
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      rows.add(List.of(row));
    }
    return rows;
  }

  /// Twenty times both say yes, fifteen both no, five and ten they differ: (0.7 − 0.5) / (1 − 0.5).
  @Test
  void cohensKappaOfTheTextbookExampleIsTwoFifths() {
    List<List<String>> rows = repeated(20, "写作", "写作");
    rows.addAll(repeated(5, "写作", "code"));
    rows.addAll(repeated(10, "code", "写作"));
    rows.addAll(repeated(15, "code", "code"));
    Agreement.Pair pair = of(rows).pairs().getFirst();
    assertThat(pair.items()).isEqualTo(50);
    assertThat(pair.observed()).isEqualTo(0.7);
    assertThat(pair.kappa()).isCloseTo(0.4, within(1e-12));
  }

  /// Fourteen raters, ten subjects, five categories: the example of the method's description.
  @Test
  void fleissKappaOfTheTextbookExampleIsTwentyOneHundredths() {
    long[][] table = {
      {0, 0, 0, 0, 14}, {0, 2, 6, 4, 2}, {0, 0, 3, 5, 6}, {0, 3, 9, 2, 0}, {2, 2, 8, 1, 1},
      {7, 7, 0, 0, 0}, {3, 2, 6, 3, 0}, {2, 5, 3, 2, 2}, {6, 5, 2, 1, 0}, {0, 2, 2, 3, 7}
    };
    List<Map<String, Long>> votes = new ArrayList<>();
    for (long[] row : table) {
      Map<String, Long> item = new TreeMap<>();
      for (int label = 0; label < row.length; label++) {
        if (row[label] > 0) {
          item.put("label " + label, row[label]);
        }
      }
      votes.add(item);
    }
    assertThat(Agreement.fleiss(votes, 14)).isCloseTo(0.210, within(5e-4));
  }

  @Test
  void threeWhoAlwaysAgreeHaveAKappaOfOne() {
    List<List<String>> rows = repeated(3, "code", "code", "code");
    rows.addAll(repeated(2, "写作", "写作", "写作"));
    assertThat(of(rows).fleiss()).isEqualTo(1);
    assertThat(of(rows).pairs()).hasSize(3).allSatisfy(it -> assertThat(it.kappa()).isEqualTo(1));
    assertThat(of(rows).disputed()).isEmpty();
  }

  @Test
  void whatIsDisputedAndHowOftenEachLabelWasGivenIsTold() {
    Agreement agreement = of(List.of(List.of("code", "code"), List.of("code", "写作")));
    assertThat(agreement.disputed()).isEqualTo(Map.of("d1", List.of("code", "写作")));
    assertThat(agreement.counts())
        .isEqualTo(Map.of("code", List.of(2L, 1L), "写作", List.of(0L, 1L)));
    assertThat(agreement.json().toString()).contains("\"cohen_kappa\":0.0");
  }

  @Test
  void onlyWhatBothHaveLabelledCounts() {
    Agreement agreement =
        new Agreement(
            new TreeMap<>(Map.of("a", Map.of("1", "code", "2", "code"), "b", Map.of("2", "code"))));
    assertThat(agreement.pairs().getFirst().items()).isEqualTo(1);
    assertThat(agreement.common()).containsOnlyKeys("2");
  }

  @Test
  void oneAnnotatorAgreesWithNobody() {
    assertThatThrownBy(() -> new Agreement(Map.of("a", Map.of())))
        .hasMessageContaining("two annotators");
  }
}
