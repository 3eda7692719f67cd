package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaysNumbersTest {

  @Test
  void withThousandsApartAndNounsInTheirNumber() {
    assertThat(Figures.of(1_234_567)).isEqualTo("1,234,567");
    assertThat(Figures.of(1, "record")).isEqualTo("1 record");
    assertThat(Figures.of(0, "record")).isEqualTo("0 records");
    assertThat(Figures.of(new BigDecimal("100000"))).isEqualTo("100,000");
    assertThat(Figures.of(new BigDecimal("1e5"))).isEqualTo("100,000");
    assertThat(Figures.of(new BigDecimal("0.70"))).isEqualTo("0.7");
    assertThat(Figures.range(4, 7)).isEqualTo("4–7");
    assertThat(Figures.range(1, 1)).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.0%",
    "1, 3, 33.3%",
    "3, 3, 100.0%",
    "1, 5000, <0.1%",
    "4999, 5000, >99.9%",
    "0, 0, –"
  })
  void sharesAreNoneOrAllOnlyWhereTheyAre(long part, long whole, String share) {
    assertThat(Figures.share(part, whole)).isEqualTo(share);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "999, 999",
    "1000, 1k",
    "1024, '1,024'",
    "1500, 1.5k",
    "20000, 20k",
    "2500000, 2.5M",
    "5000000, 5M"
  })
  void brieflyOnAxes(long number, String brief) {
    assertThat(Figures.brief(number)).isEqualTo(brief);
  }

  @ParameterizedTest
  @CsvSource({
    "999, 999 B",
    "1000, 1.0 kB",
    "999949, 999.9 kB",
    "999950, 1.0 MB",
    "1500000000000, 1.5 TB"
  })
  void sizesInPowersOfAThousand(long bytes, String size) {
    assertThat(Figures.bytes(bytes)).isEqualTo(size);
  }

  @Test
  void timesInTheirLargestUnits() {
    assertThat(Figures.time(Duration.ofMillis(1_250))).isEqualTo("1.3\u00A0s");
    assertThat(Figures.time(Duration.ofSeconds(320))).isEqualTo("5\u00A0min\u00A020\u00A0s");
    assertThat(Figures.time(Duration.ofMinutes(135))).isEqualTo("2\u00A0h\u00A015\u00A0min");
  }

  @Test
  void alikeInEveryLocale() throws Exception {
    String page = new Page(Summaries.small(), Summaries.CONTEXT).content();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(new Page(Summaries.small(), Summaries.CONTEXT).content()).isEqualTo(page);
    } finally {
      Locale.setDefault(before);
    }
  }
}
