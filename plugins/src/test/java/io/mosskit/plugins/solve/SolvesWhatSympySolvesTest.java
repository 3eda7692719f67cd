package io.mosskit.plugins.solve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class SolvesWhatSympySolvesTest {

  private record Line(String argument, List<String> solutions) {}

  @Test
  void everySolutionIsPrintedAsSympyPrintsIt() throws IOException {
    List<Line> lines = lines("sympy-solve.tsv");
    assertThat(lines).hasSize(242);
    assertThat(lines)
        .allSatisfy(line ->
            assertThat(Answers.solutions(line.argument()))
                .as(line.argument())
                .containsExactlyInAnyOrderElementsOf(line.solutions()));
  }

  private static List<Line> lines(String resource) throws IOException {
    InputStream stream =
        Objects.requireNonNull(SolvesWhatSympySolvesTest.class.getResourceAsStream(resource));
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", 2))
          .map(columns -> new Line(columns[0], List.of(columns[1].split(" \\| ", -1))))
          .toList();
    }
  }
}
