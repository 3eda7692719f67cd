package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text that is shown while it is generated is the text that is decoded afterwards, and no
/// character of it comes in halves.
class StreamsWholeCharactersTest {

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void streamedIdsGiveTheWholeText(long seed) throws IOException {
    Random random = new Random(seed);
    RandomText texts = new RandomText(seed);
    for (TokenizerMode mode : TokenizerMode.values()) {
      MossTokenizer tokenizer = HandMade.tokenizer(mode);
      for (SpecialTokens special : SpecialTokens.values()) {
        StreamingDecoder decoder = tokenizer.newStreamingDecoder(special);
        DecodeOptions options = new DecodeOptions(special, false);
        for (int i = 0; i < 200; i++) {
          int[] ids =
              i % 2 == 0 ? randomIds(random, tokenizer) : tokenizer.encode(texts.wellFormed(20));
          assertThat(stream(decoder, ids)).isEqualTo(tokenizer.decode(ids, options));
        }
      }
    }
  }

  @Test
  void aCharacterAppearsWithItsLastByte() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();
    StreamingDecoder decoder = tokenizer.newStreamingDecoder();
    int[] ids = tokenizer.encode("é𠮷你");

    assertThat(ids).hasSize(2 + 4 + 1);
    assertThat(decoder.accept(ids[0])).isEmpty();
    assertThat(decoder.accept(ids[1])).isEqualTo("é");
    assertThat(decoder.accept(ids[2])).isEmpty();
    assertThat(decoder.accept(ids[3])).isEmpty();
    assertThat(decoder.accept(ids[4])).isEmpty();
    assertThat(decoder.accept(ids[5])).isEqualTo("𠮷");
    assertThat(decoder.accept(ids[6])).isEqualTo("你");
    assertThat(decoder.finish()).isEmpty();
  }

  @Test
  void aTextThatBreaksOffEndsWithTheReplacementCharacter() throws IOException {
    MossTokenizer tokenizer = HandMade.tokenizer();
    StreamingDecoder decoder = tokenizer.newStreamingDecoder();

    assertThat(decoder.accept(tokenizer.encode("𠮷")[0])).isEmpty();
    assertThat(decoder.finish()).isEqualTo("\uFFFD");
    assertThat(decoder.accept(HandMade.EOM)).isEqualTo("<eom>");
    assertThat(decoder.finish()).isEmpty();
  }

  private static String stream(StreamingDecoder decoder, int[] ids) {
    StringBuilder text = new StringBuilder();
    for (int id : ids) {
      String part = decoder.accept(id);
      if (!part.isEmpty()) {
        assertThat(Character.isLowSurrogate(part.charAt(0))).isFalse();
        assertThat(Character.isHighSurrogate(part.charAt(part.length() - 1))).isFalse();
      }
      text.append(part);
    }
    return text.append(decoder.finish()).toString();
  }

  private static int[] randomIds(Random random, MossTokenizer tokenizer) {
    return random.ints(random.nextInt(40), 0, tokenizer.vocabularySize()).toArray();
  }
}
