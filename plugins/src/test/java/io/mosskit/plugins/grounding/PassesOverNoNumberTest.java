package io.mosskit.plugins.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The search for numbers that passes over most places finds what the one finds that tries each.
class PassesOverNoNumberTest {

  private static final List<String> PIECES =
      List.of(
          "12",
          "3.5",
          "1,200",
          "，",
          "。",
          " ",
          "-",
          "−",
          "负",
          "百分之",
          "三百二十一",
          "点五",
          "万",
          "亿",
          "%",
          "one hundred and two",
          "Ten",
          "zero",
          "million",
          "x_1",
          "GPT-4",
          "1/3",
          "e5",
          "×10^3",
          "约",
          "about ",
          "左右",
          "１２３",
          "．",
          "a",
          "（",
          "(",
          "第3",
          "\n",
          "八五折",
          "№",
          "²",
          "-7",
          "ninety");

  private static void compare(String text) {
    assertThat(Quantities.in(text)).as(text).isEqualTo(Quantities.in(text, true));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void inGeneratedTextWithSeed(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(12); j >= 0; j--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      compare(text.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"calculator", "equation-solver", "mix"})
  void inPublishedText(String set) throws Exception {
    Corpus corpus = Corpus.of(SharedFolder.resolve("data/moss-003-samples/" + set + ".jsonl"));
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry entry : scan) {
        Conversation conversation = ((Entry.Accepted) entry).conversation();
        for (Turn turn : conversation.turns()) {
          compare(turn.reply());
          compare(turn.body(Field.TOOL_RESPONSES));
        }
      }
    }
  }
}
