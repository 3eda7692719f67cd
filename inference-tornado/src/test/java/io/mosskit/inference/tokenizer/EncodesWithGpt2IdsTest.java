package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The ids below 50256 mean the same in the vocabularies of GPT-2 and of MOSS, so that English with
/// markers has the ids known from MOSS itself; only the added tokens are numbered differently.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EncodesWithGpt2IdsTest {

  private final MossTokenizer modern = MossTokenizer.load(GoldenFiles.tokenizer("gpt2"));
  private final MossTokenizer legacy =
      MossTokenizer.load(GoldenFiles.tokenizer("gpt2"), TokenizerMode.LEGACY);

  EncodesWithGpt2IdsTest() throws IOException {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<|Human|>: Hi there<eoh>\\n<|MOSS|>:"
            + "~27 91 20490 91 31175 15902 612 106067 198 27 91 44 18420 91 31175",
        "<|Inner Thoughts|>: None<eot>\\n~27 91 818 1008 33058 91 31175 6045 106069 198",
        "<|Commands|>: None<eoc>\\n~27 91 6935 1746 91 31175 6045 106070 198",
        "<|Results|>: None<eor>\\n~27 91 25468 91 31175 6045 106071 198",
        "<|Results|>:\\nNone\\n<eor>\\n~27 91 25468 91 31175 198 14202 198 106071 198",
        "<|MOSS|>:  Well, here is the generated image.<eom>\\n"
            + "~27 91 44 18420 91 31175 106058 5779 11 994 318 262 7560 2939 13 106068 198",
        "<sup><|1|></sup>~27 37330 6927 91 16 91 12240 37330 29",
        "Hello world 123~15496 995 17031",
        "😀~47249 222",
        "\\n\\n~628",
      })
  void theModesAgreeWhereNothingIsStripped(String text, String mossIds) {
    String unescaped = text.replace("\\n", "\n");

    assertThat(modern.encode(unescaped)).isEqualTo(gpt2Ids(mossIds));
    assertThat(legacy.encode(unescaped)).isEqualTo(gpt2Ids(mossIds));
  }

  @Test
  void theModesDifferInIndentedCode() {
    String code = "def f():\n    return 1\n\tx";

    assertThat(modern.encode(code))
        .isEqualTo(gpt2Ids("4299 277 33529 198 106056 7783 352 198 197 87"));
    assertThat(legacy.encode(code)).isEqualTo(gpt2Ids("4299 277 33529 106056 7783 352 198 197 87"));
  }

  @Test
  void theModesDifferInRunsOfBlanks() {
    String run = "a" + " ".repeat(33) + "b";
    assertThat(modern.encode(run)).isEqualTo(gpt2Ids("64 106029 106058 65"));
    assertThat(legacy.encode(run)).isEqualTo(gpt2Ids("64 106029 65"));

    String lines = "a  \n  b\n   \nc";
    assertThat(modern.encode(lines))
        .isEqualTo(gpt2Ids("64 106058 198 106058 65 198 106057 198 66"));
    assertThat(legacy.encode(lines)).isEqualTo(gpt2Ids("64 106058 106058 65 106057 66"));
  }

  /// The ids of MOSS with its added tokens, which begin at 106029, numbered as here, from 50257.
  private static int[] gpt2Ids(String mossIds) {
    return Arrays.stream(mossIds.split(" "))
        .mapToInt(Integer::parseInt)
        .map(id -> id < 106029 ? id : id - 106029 + 50257)
        .toArray();
  }
}
