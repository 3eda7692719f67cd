package io.mosskit.curation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// An expectation that is missing is written, and the test fails: look at it, and keep it if it is
/// right.
class MatchesGoldenReportTest {
  private static final Path FOLDER = Path.of("src/test/resources/io/mosskit/curation/report");

  @Test
  void thePageOfASmallRun() throws IOException {
    check("small.html", new Page(Summaries.small(), Summaries.CONTEXT).content());
  }

  @Test
  void theCardOfASmallRun() throws IOException {
    check("small.md", new Card(Summaries.small(), Summaries.CONTEXT).content());
  }

  @Test
  void theCardOfAnEmptyRun() throws IOException {
    check("empty.md", new Card(Summaries.empty(), Summaries.context("空 Empty", null)).content());
  }

  private static void check(String name, String actual) throws IOException {
    Path expected = FOLDER.resolve(name);
    if (!Files.exists(expected)) {
      Files.createDirectories(FOLDER);
      Files.writeString(expected, actual);
      fail(expected + " was missing and is written now; look at it and run the test again");
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
