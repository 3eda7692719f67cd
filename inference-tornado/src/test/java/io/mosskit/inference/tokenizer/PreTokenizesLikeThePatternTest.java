package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The hand-written cutter and GPT-2's regular expression make the same pieces.
class PreTokenizesLikeThePatternTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void randomText(long seed) {
    RandomText texts = new RandomText(seed);
    for (int i = 0; i < 500; i++) {
      check(texts.wellFormed(40));
      check(texts.illFormed(10));
    }
  }

  @Test
  void everyCodePointByItselfAndBetweenOthers() {
    StringBuilder text = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      text.appendCodePoint(codePoint).append("a ").appendCodePoint(codePoint).append("1!");
      if (codePoint % 512 == 511) {
        check(text.toString());
        text.setLength(0);
      }
    }
  }

  @Test
  void knownPieces() {
    assertThat(pieces("We'll see  it's 2023年，今天天气不错。 'sOK"))
        .containsExactly(
            "We", "'ll", " see", " ", " it", "'s", " 2023", "年", "，", "今天天气不错", "。", " '", "sOK");
    assertThat(pieces("a \n\n b \t")).containsExactly("a", " \n\n", " b", " \t");
    assertThat(pieces("你好\u3000世界 ")).containsExactly("你好", "\u3000", "世界", " ");
  }

  private static void check(String text) {
    List<String> expected = new ArrayList<>();
    for (Matcher piece = ReferenceTokenizer.PIECES.matcher(text); piece.find(); ) {
      expected.add(piece.group());
    }
    assertThat(pieces(text)).isEqualTo(expected);
  }

  private static List<String> pieces(String text) {
    char[] characters = text.toCharArray();
    List<String> pieces = new ArrayList<>();
    for (int start = 0; start < characters.length; ) {
      int end = PreTokenizer.pieceEnd(characters, start, characters.length);
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }
}
