package io.mosskit.benchmarks.planted;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.benchmarks.planted.Trial.Outcome;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatchesPlantedErrorsTest {

  @Test
  void nearlyAllPlantedErrorsAreCaughtAndCorrectTurnsAreNotRefusedSeed1() {
    Outcome outcome = Trial.run(1, 500, 100);
    assertThat(outcome.correct().turns()).isEqualTo(500);
    assertThat(outcome.planted()).hasSize(5).allMatch(score -> score.turns() == 100);
    assertThat(outcome.caught()).as(outcome.toString()).isGreaterThanOrEqualTo(0.98);
    assertThat(outcome.refused()).as(outcome.toString()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void thePhrasingsAreManyAndInBothLanguages() {
    assertThat(Phrasings.all()).hasSizeGreaterThanOrEqualTo(120);
    assertThat(Phrasings.all()).extracting(Phrasing::language).contains("zh", "en");
    assertThat(Trial.phrasings()).hasSize(8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1234567.891 | ,2 | 1,234,567.89",
        "0.4166 | %1 | 41.7%",
        "209366 | 万1 | 20.9万",
        "1500000 | million2 | 1.5 million",
        "1205 | zh | 一千二百零五",
        "100000 | zh | 十万",
        "0.62 | zh% | 百分之六十二",
        "342 | en | three hundred and forty-two",
        "-12 | abs | 12",
        "9012 | wide | ９０１２",
        "59049 | sci2 | 5.9 × 10^4",
        "51.0 | '' | 51"
      })
  void aFormatWritesANumberAsPeopleDo(String value, String format, String text) {
    assertThat(Rendering.of(format).text(new BigDecimal(value))).isEqualTo(text);
  }
}
