package io.mosskit.plugins.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Limits;
import io.mosskit.plugins.Outcome;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.PublishedCalls;
import io.mosskit.plugins.PublishedCalls.Recorded;
import io.mosskit.schema.trace.Results.Block;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/// The published solutions, of Chinese dialogues and English ones, come out of our solver.
class ReproducesPublishedSolutionsTest {

  private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d*");

  /// The last of fifteen digits.
  private static final BigDecimal ONE_UNIT = new BigDecimal("0.00000000000001");

  @Test
  void everyPublishedSolutionButTwoIsReproducedToTheLetter(TestReporter reporter)
      throws IOException {
    List<Recorded> answered = recorded().stream().filter(r -> !r.block().failed()).toList();
    List<Recorded> different =
        answered.stream().filter(r -> !printed(r.block()).equals(published(r.block()))).toList();
    int reproduced = answered.size() - different.size();
    reporter.publishEntry("reproduced", reproduced + " of " + answered.size());

    assertThat(answered).hasSize(46);
    assertThat(different)
        .as("4.21716332650874 for the cube root of 75 and 5.52790639154136 for that of 96/π²")
        .extracting(Recorded::place)
        .containsExactly("equation-solver 458 turn 1", "mix 181 turn 1");
    assertThat(different)
        .as("sympy took π for 3.14159265358979, and so was one off in the last of its digits")
        .allSatisfy(r -> assertNearlyEqual(printed(r.block()), published(r.block())));
  }

  /// The published solver was flaky: it failed on `x^2=24` too.
  @Test
  void someRecordedFailuresSucceedHere(TestReporter reporter) throws IOException {
    List<Recorded> failed = recorded().stream().filter(r -> r.block().failed()).toList();
    List<String> succeeding =
        failed.stream()
            .filter(r -> outcome(r.block()) instanceof Result)
            .map(r -> r.block().call().argument())
            .toList();
    reporter.publishEntry(
        "recorded failures that succeed", succeeding.size() + " of " + failed.size());

    assertThat(failed).hasSize(26);
    assertThat(succeeding).hasSize(12).contains("x^2=24", "12*20*x=960", "x+y=7;xy=12");
  }

  private static List<Recorded> recorded() throws IOException {
    return PublishedCalls.of("Solve", "equation-solver", "mix");
  }

  private static void assertNearlyEqual(String ours, String published) {
    assertThat(DECIMAL.matcher(ours).replaceAll("#"))
        .isEqualTo(DECIMAL.matcher(published).replaceAll("#"));
    List<BigDecimal> expected = decimals(published);
    List<BigDecimal> found = decimals(ours);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(found.get(i).subtract(expected.get(i)).abs()).isLessThanOrEqualTo(ONE_UNIT);
    }
  }

  private static List<BigDecimal> decimals(String text) {
    return DECIMAL.matcher(text).results().map(MatchResult::group).map(BigDecimal::new).toList();
  }

  private static String published(Block block) {
    return block.text().strip();
  }

  private static String printed(Block block) {
    return outcome(block).printed();
  }

  private static Outcome outcome(Block block) {
    return new Solve().execute(block.call().argument(), Limits.DEFAULT);
  }
}
