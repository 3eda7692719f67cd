package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In the newline-preserving mode decoding undoes encoding.
class GivesTextBackTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void randomText(long seed) throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();
    RandomText texts = new RandomText(seed);
    for (int i = 0; i < 500; i++) {
      String text = texts.withControlTokens(40);
      assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
    }
  }

  @Test
  void randomTextWithTheVocabularyOfGpt2() throws IOException {
    MossTokenizer tokenizer = MossTokenizer.load(GoldenFiles.tokenizer("gpt2"));
    RandomText texts = new RandomText(7);
    for (int i = 0; i < 1000; i++) {
      String text = texts.withControlTokens(40);
      assertThat(tokenizer.decode(tokenizer.encode(text))).isEqualTo(text);
    }
  }

  @Test
  void anUnpairedSurrogateComesBackAsTheReplacementCharacter() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();

    assertThat(tokenizer.decode(tokenizer.encode("a\uD83D你\uDE00😀")))
        .isEqualTo("a\uFFFD你\uFFFD😀");
  }

  @Test
  void noTextHasNoIds() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();

    assertThat(tokenizer.encode("")).isEmpty();
    assertThat(tokenizer.decode(new int[0])).isEmpty();
  }
}
