package io.mosskit.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.plugins.calculate.Calculate;
import io.mosskit.plugins.solve.Solve;
import io.mosskit.schema.lineage.Receipt;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

class KeepsReceiptsTest {

  /// `printf 42 | sha256sum`
  private static final String SHA_OF_42 =
      "73475cb40a568e8da8a045ced110137e159f890ac4da883b6b17dc651b3a8049";

  /// `printf 'No result.' | sha256sum`
  private static final String SHA_OF_NO_RESULT =
      "5251d2b5fa35d560b105eaf848eb349ec9ed38fab5d9b4e2c24bcd9c0d842f33";

  /// `printf 'x = 160/3' | sha256sum`
  private static final String SHA_OF_SOLUTION =
      "302f622034ee8386e29f295834674b29817db44b8eb615ecc46f4c2c761e30c3";

  /// `printf 苔藓 | sha256sum`, in UTF-8
  private static final String SHA_OF_MOSS =
      "7ffb93529a5500a6199f88a94b9e601971bec14e551286dd447165f5520dc522";

  @Test
  void receiptOfAnAnswerNamesWhatRan() {
    Execution execution = Execution.of(new Calculate(), "6*7", Limits.DEFAULT, ticks(1_000, 1_250));
    assertThat(execution.receipt())
        .isEqualTo(new Receipt("Calculate", "1", "6*7", SHA_OF_42, 250_000, null, null));
    assertThat(execution.block()).hasToString("Calculate(\"6*7\") => '42'");
  }

  @Test
  void receiptOfAFailureNamesItsReason() {
    Execution execution = Execution.of(new Calculate(), "1/0", Limits.DEFAULT, ticks(5, 5));
    assertThat(execution.receipt())
        .isEqualTo(
            new Receipt("Calculate", "1", "1/0", SHA_OF_NO_RESULT, 0, "DIVISION_BY_ZERO", null));
  }

  @Test
  void receiptOfASolutionIsOfWhatItPrints() {
    Execution execution = Execution.of(new Solve(), "x/4=(120-x)/5", Limits.DEFAULT, ticks(0, 2));
    assertThat(execution.receipt())
        .isEqualTo(new Receipt("Solve", "1", "x/4=(120-x)/5", SHA_OF_SOLUTION, 2_000, null, null));
    assertThat(execution.block()).hasToString("Solve(\"x/4=(120-x)/5\") =>\nx = 160/3");
  }

  @Test
  void receiptOfAnUnsolvedEquationNamesItsReason() {
    Execution execution = Execution.of(new Solve(), "苹果+梨=9", Limits.DEFAULT, ticks(5, 5));
    assertThat(execution.receipt())
        .isEqualTo(new Receipt("Solve", "1", "苹果+梨=9", SHA_OF_NO_RESULT, 0, "NOTHING_FOUND", null));
  }

  @Test
  void chineseOutputIsHashedAsUtf8() {
    Execution execution = Execution.of(new Dictionary(), "moss", Limits.DEFAULT, ticks(0, 0));
    assertThat(execution.receipt().outputSha256()).isEqualTo(SHA_OF_MOSS);
  }

  @Test
  void clockThatIsSetBackCostsNoTime() {
    Execution execution = Execution.of(new Calculate(), "1", Limits.DEFAULT, ticks(9_000, 1));
    assertThat(execution.receipt().elapsedMicros()).isZero();
  }

  private static InstantSource ticks(long... millis) {
    Iterator<Instant> instants =
        Arrays.stream(millis).mapToObj(Instant::ofEpochMilli).toList().iterator();
    return instants::next;
  }
}
