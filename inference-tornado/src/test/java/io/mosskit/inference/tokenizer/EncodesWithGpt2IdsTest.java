package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/// The ids below 50256 mean the same in the vocabularies of GPT-2 and of MOSS, so that English with
/// markers has the ids known from MOSS itself; only the added tokens are numbered differently.
class EncodesWithGpt2IdsTest {

  /// What to add to the id of an added token of MOSS.
  private static final int SHIFT = 50257 - 106029;

  private final MossTokenizer modern = MossTokenizer.load(GoldenFiles.tokenizer("gpt2"));
  private final MossTokenizer legacy =
      MossTokenizer.load(GoldenFiles.tokenizer("gpt2"), TokenizerMode.LEGACY);

  EncodesWithGpt2IdsTest() throws IOException {}

  @Test
  void markersAndFields() {
    both(
        "<|Human|>: Hi there<eoh>\n<|MOSS|>:",
        27, 91, 20490, 91, 31175, 15902, 612, 106067 + SHIFT, 198, 27, 91, 44, 18420, 91, 31175);
    both(
        "<|Inner Thoughts|>: None<eot>\n",
        27, 91, 818, 1008, 33058, 91, 31175, 6045, 106069 + SHIFT, 198);
    both("<|Commands|>: None<eoc>\n", 27, 91, 6935, 1746, 91, 31175, 6045, 106070 + SHIFT, 198);
    both("<|Results|>: None<eor>\n", 27, 91, 25468, 91, 31175, 6045, 106071 + SHIFT, 198);
    both(
        "<|Results|>:\nNone\n<eor>\n",
        27, 91, 25468, 91, 31175, 198, 14202, 198, 106071 + SHIFT, 198);
    both(
        "<|MOSS|>:  Well, here is the generated image.<eom>\n",
        27, 91, 44, 18420, 91, 31175, 106058 + SHIFT, 5779, 11, 994, 318, 262, 7560, 2939, 13,
        106068 + SHIFT, 198);
    both("<sup><|1|></sup>", 27, 37330, 6927, 91, 16, 91, 12240, 37330, 29);
  }

  @Test
  void wordsAndWhiteSpace() {
    both("Hello world 123", 15496, 995, 17031);
    both("😀", 47249, 222);
    both("\n\n", 628);
  }

  @Test
  void indentedCodeInEachMode() {
    String code = "def f():\n    return 1\n\tx";

    assertThat(modern.encode(code))
        .containsExactly(4299, 277, 33529, 198, 106056 + SHIFT, 7783, 352, 198, 197, 87);
    assertThat(legacy.encode(code))
        .containsExactly(4299, 277, 33529, 106056 + SHIFT, 7783, 352, 198, 197, 87);
  }

  @Test
  void runsOfBlanksInEachMode() {
    String blanks = "a" + " ".repeat(33) + "b";

    assertThat(modern.encode(blanks)).containsExactly(64, 106029 + SHIFT, 106058 + SHIFT, 65);
    assertThat(legacy.encode(blanks)).containsExactly(64, 106029 + SHIFT, 65);
    assertThat(modern.encode("a  \n  b\n   \nc"))
        .containsExactly(
            64, 106058 + SHIFT, 198, 106058 + SHIFT, 65, 198, 106057 + SHIFT, 198, 66);
    assertThat(legacy.encode("a  \n  b\n   \nc"))
        .containsExactly(64, 106058 + SHIFT, 106058 + SHIFT, 65, 106057 + SHIFT, 66);
  }

  private void both(String text, int... ids) {
    assertThat(modern.encode(text)).containsExactly(ids);
    assertThat(legacy.encode(text)).containsExactly(ids);
  }
}
