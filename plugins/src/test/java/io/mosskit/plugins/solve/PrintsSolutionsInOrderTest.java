package io.mosskit.plugins.solve;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.Outcome.Failure;
import io.mosskit.plugins.Outcome.Reason;
import io.mosskit.plugins.Outcome.Result;
import io.mosskit.plugins.Plugin;
import io.mosskit.schema.trace.Results;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintsSolutionsInOrderTest {

  private final Plugin solve = new Solve();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3x=7 | x = 7/3",
        "7(x-2)=-21 | x = -1",
        "x^2=50 | x_0 = -5*sqrt(2); x_1 = 5*sqrt(2)",
        "x^2-6x+4=0 | x_0 = 3 - sqrt(5); x_1 = sqrt(5) + 3",
        "x^2+6x+4=0 | x_0 = -3 - sqrt(5); x_1 = -3 + sqrt(5)",
        "4x^2-4x-1=0 | x_0 = 1/2 - sqrt(2)/2; x_1 = 1/2 + sqrt(2)/2",
        "x^2=-1 | x_0 = -I; x_1 = I",
        "9x^2+6x+9=0 | x_0 = -1/3 - 2*sqrt(2)*I/3; x_1 = -1/3 + 2*sqrt(2)*I/3",
        "x^4=16 | x_0 = -2; x_1 = 2; x_2 = -2*I; x_3 = 2*I",
        "x^3=2 | x_0 = 1.25992104989487; x_1 = -0.629960524947437 - 1.09112363597172*I; x_2 = -0.629960524947437 + 1.09112363597172*I",
        "(7/2)x=7 | x = 2.00000000000000",
        "7x/2=7 | x = 2",
        "x=12.5 | x = 12.5000000000000",
        "0.5x=0 | x = 0",
        "x^2+2x+2.0=0 | x_0 = -1.0 - 1.0*I; x_1 = -1.0 + 1.0*I",
        "x^2=-2.25 | x_0 = -1.5*I; x_1 = 1.5*I",
        "x=0.00001234 | x = 1.23400000000000e-5",
        "x=123456789.0*10^9 | x = 1.23456789000000e+17",
        "x=99999999999999.96 | x = 100000000000000.",
        "x=10^-4 | x = 0.000100000000000000",
        "x=2*10^20 | x = 200000000000000000000",
        "x=2^3^2 | x = 512",
        "x=2^(3-5) | x = 0.250000000000000",
        "x=2^(5-3) | x = 4",
        "x=sqrt(16) | x = 4.00000000000000",
        "sqrt(x)=4 | x = 16",
        "a=2;c=sqrt(a) | a = 2; c = 1.41421356237310",
        "a=6;b=8;c=sqrt(a^2+b^2) | a = 6; b = 8; c = 10",
        "b=2;a=1 | a = 1; b = 2",
        "x+y=5;x*y=6 | x_0 = 2; y_0 = 3; x_1 = 3; y_1 = 2",
        "苹果+梨=10;苹果-梨=2 | 梨 = 4; 苹果 = 6"
      })
  void printsAsThePublishedSolverDid(String argument, String printed) {
    assertThat(Answers.printed(argument)).isEqualTo(printed);
  }

  @Test
  void answerStandsOnTheLinesAfterTheCall() {
    Results.Block block = solve.block("x+y=5，xy=6", solve("x+y=5，xy=6"));
    assertThat(block).hasToString("Solve(\"x+y=5，xy=6\") =>\nx_0 = 2\ny_0 = 3\nx_1 = 3\ny_1 = 2");
    assertThat(block.failed()).isFalse();
    assertThat(Results.parse(Results.body(List.of(block))))
        .isEqualTo(new Results.Blocks(List.of(block)));
  }

  @Test
  void failureIsRecordedAsPublished() {
    Results.Block block = solve.block("单价=", new Failure(Reason.MALFORMED_ARGUMENT, "why"));
    assertThat(block).hasToString("Solve(\"单价=\") =>\nNo result.");
    assertThat(block.failed()).isTrue();
  }

  private static Result solve(String argument) {
    return (Result) Answers.outcome(argument);
  }
}
