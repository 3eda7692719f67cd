package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds texts against the golden files `replaced.txt` and `stays.txt`.
class ReplacesWhatItFindsTest {
  private final Scrubber scrubber = new Scrubber(ScrubPlan.standard());

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = ReplacesWhatItFindsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .map(line -> line.replace("\\n", "\n"))
          .toList();
    }
  }

  static Stream<Arguments> replaced() throws IOException {
    List<String> lines = lines("replaced.txt");
    assertThat(lines.size()).isEven().isPositive();
    return IntStream.range(0, lines.size() / 2)
        .mapToObj(i -> Arguments.of(lines.get(2 * i), lines.get(2 * i + 1)));
  }

  static Stream<String> stays() throws IOException {
    return lines("stays.txt").stream();
  }

  @ParameterizedTest
  @MethodSource("replaced")
  void secretsBecomePlaceholders(String text, String expected) {
    assertThat(scrubber.scrub(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("replaced")
  void whatIsScrubbedHasNothingLeft(String text, String expected) {
    assertThat(scrubber.scrub(expected)).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("stays")
  void whatIsNoSecretStays(String text) {
    assertThat(scrubber.scrub(text)).isEqualTo(text);
  }
}
