package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where added tokens stand in a text, and what the two modes make of the white space beside them.
/// The ids are those of the hand-made vocabulary: 64 is "a", 65 "b", 198 a newline, 220 a blank.
class CutsOutAddedTokensTest {

  private static final int RUN_OF_31_BLANKS = 321;

  private final MossTokenizer modern = HandMade.tokenizer();
  private final MossTokenizer legacy = HandMade.tokenizer(TokenizerMode.LEGACY);

  CutsOutAddedTokensTest() throws IOException {}

  @ParameterizedTest
  @EnumSource(TokenizerMode.class)
  void fieldEndsStripNothing(TokenizerMode mode) throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer(mode);

    assertThat(tokenizer.encode("你好 <eoh>\n the<eom>"))
        .containsExactly(311, 220, HandMade.EOH, 198, 260, HandMade.EOM);
  }

  @Test
  void theLongestRunComesFirst() {
    assertThat(modern.encode("a" + " ".repeat(33) + "b"))
        .containsExactly(64, RUN_OF_31_BLANKS, HandMade.TWO_BLANKS, 65);
    assertThat(modern.encode("\t\t    你好"))
        .containsExactly(HandMade.TWO_TABS, HandMade.FOUR_BLANKS, 311);
  }

  @Test
  void newlinesBeforeIndentationAreKeptByDefault() {
    assertThat(modern.encode("def():\n    ret"))
        .containsExactly(272, 7, 284, 198, HandMade.FOUR_BLANKS, 273);
    assertThat(modern.encode("a  \n  b\n   \nc \n "))
        .containsExactly(
            64,
            HandMade.TWO_BLANKS,
            198,
            HandMade.TWO_BLANKS,
            65,
            198,
            HandMade.TWO_BLANKS - 1,
            198,
            66,
            220,
            279);
  }

  @Test
  void theLegacyModeStripsBesideRunsOfWhiteSpace() {
    assertThat(legacy.encode("a  \n  b\n   \nc \n "))
        .containsExactly(
            64,
            HandMade.TWO_BLANKS,
            HandMade.TWO_BLANKS,
            65,
            HandMade.TWO_BLANKS - 1,
            66,
            220,
            279);
    assertThat(legacy.encode("a\u3000\u001C    \u0085\u2029b"))
        .containsExactly(64, HandMade.FOUR_BLANKS, 65);
  }

  @Test
  void theLegacyModeSwallowsTheRunAfterARun() {
    assertThat(legacy.encode("a" + " ".repeat(33) + "b")).containsExactly(64, RUN_OF_31_BLANKS, 65);
    assertThat(legacy.encode("a" + " ".repeat(64) + "b"))
        .containsExactly(64, RUN_OF_31_BLANKS, HandMade.TWO_BLANKS, 65);
  }

  @Test
  void theLegacyModeStripsBesideTheEndOfText() {
    assertThat(legacy.encode("你好 \n<|endoftext|>\n\nthe"))
        .containsExactly(311, HandMade.END_OF_TEXT, 259);
    assertThat(legacy.encode("a  <|endoftext|>b")).containsExactly(64, HandMade.END_OF_TEXT, 65);
  }

  @Test
  void theLegacyModeJoinsPiecesWithABlank() {
    int[] ids = legacy.encode("你好<eoh>\nthe  世界<|endoftext|>");

    assertThat(legacy.decode(ids)).isEqualTo("你好 <eoh> \nthe    世界<|endoftext|>");
    assertThat(modern.decode(ids)).isEqualTo("你好<eoh>\nthe  世界<|endoftext|>");
  }

  @Test
  void anUnfinishedTokenIsText() {
    assertThat(modern.decode(modern.encode("<eo<eom"))).isEqualTo("<eo<eom");
    assertThat(modern.encode("<eo<eom>你好")).endsWith(HandMade.EOM, 311);
  }
}
