package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The clean-up is done when asked for, and only then.
class CleansUpEnglishSpacingTest {

  private final MossTokenizer tokenizer = HandMade.tokenizer();

  CleansUpEnglishSpacingTest() throws IOException {}

  @Test
  void blanksBeforePunctuationAndContractionsGo() {
    int[] ids =
        tokenizer.encode("Yes , we 've seen it . Have n't you ? I 'm sure they 're here ! 你好 ，");

    assertThat(tokenizer.decode(ids, DecodeOptions.VERBATIM.cleaningUpSpaces()))
        .isEqualTo("Yes, we've seen it. Haven't you? I'm sure they're here! 你好 ，");
    assertThat(tokenizer.decode(ids)).startsWith("Yes , we 've").endsWith(" ! 你好 ，");
  }

  @Test
  void itGoesTogetherWithSkippingSpecialTokens() {
    int[] ids = tokenizer.encode("It 's 你好 .<eom><|endoftext|>");

    assertThat(
            tokenizer.decode(
                ids, DecodeOptions.VERBATIM.skippingSpecialTokens().cleaningUpSpaces()))
        .isEqualTo("It's 你好.");
    assertThat(tokenizer.decode(ids, DecodeOptions.VERBATIM.skippingSpecialTokens()))
        .isEqualTo("It 's 你好 .");
  }
}
