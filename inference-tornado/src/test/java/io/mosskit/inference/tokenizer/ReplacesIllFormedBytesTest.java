package io.mosskit.inference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Ill-formed UTF-8 is replaced as The Unicode Standard recommends and Python does.
class ReplacesIllFormedBytesTest {

  /// The first four rows are tables 3-8 to 3-11 of the standard, "?" standing for U+FFFD.
  @ParameterizedTest
  @CsvSource({
    "C0AF E080BF F0818241, ????????A",
    "EDA080 EDBFBF EDAF41, ????????A",
    "F4919293 FF 41 80BF42, ?????A??B",
    "E180E2 F09192 F1BF41, ????A",
    "E4BD, ?",
    "E4BD E4BDA0, ?你",
    "F09F98 F09F9880, ?😀",
    "C3 41 C3A9, ?Aé",
    "F5 FE 80, ???",
  })
  void oneReplacementForEachMaximalSubpart(String bytes, String expected) {
    assertThat(assemble(HexFormat.of().parseHex(bytes.replace(" ", ""))))
        .isEqualTo(expected.replace('?', '\uFFFD'));
  }

  @Test
  void everyCharacterIsItself() {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      if (codePoint < Character.MIN_SURROGATE || codePoint > Character.MAX_SURROGATE) {
        all.appendCodePoint(codePoint);
      }
    }
    String text = all.toString();

    assertThat(assemble(text.getBytes(StandardCharsets.UTF_8)).equals(text)).isTrue();
  }

  private static String assemble(byte[] bytes) {
    Utf8Assembler assembler = new Utf8Assembler();
    StringBuilder text = new StringBuilder();
    for (byte b : bytes) {
      assembler.accept(b & 0xFF, text);
    }
    assembler.finish(text);
    return text.toString();
  }
}
