package io.mosskit.curation.contamination;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.text.Units;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnfoldsPlacesTest {

  @ParameterizedTest
  @CsvSource(
      value = {
        "Hello World|world|World",
        "ＨＥＬＬＯ，　ＷＯＲＬＤ|world|ＷＯＲＬＤ",
        "一㍿二|二|二",
        "ﬁne ﬁsh|fish|ﬁsh",
        "cafe\u0301 noir|noir|noir",
        "cafe\u0301 noir|café|cafe\u0301",
        "İstanbul şehri|şehri|şehri",
        "½ 水|水|水",
        "ｶﾞｷﾞ水|水|水",
        "ΟΔΟΣ ΟΔΟΣ 茶|茶|茶",
        "한국어 각 茶|茶|茶",
        "𝐀𝐁 茶|茶|茶",
      },
      delimiter = '|')
  void aUnitIsFoundWhereItWasWritten(String text, String unit, String written) {
    UnitText units = UnitText.of(text);
    Unfolding unfolding = Unfolding.of(text);
    int at = Units.of(text).indexOf(unit);
    assertThat(at).isNotNegative();
    assertThat(text.substring(unfolding.start(units.start(at)), unfolding.end(units.end(at) - 1)))
        .isEqualTo(written);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyTextOfAnyCharactersUnfolds(long seed) {
    Random random = new Random(seed);
    for (int n = 0; n < 2_000; n++) {
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(12); i >= 0; i--) {
        text.appendCodePoint(
            switch (random.nextInt(4)) {
              case 0 -> random.nextInt(0x110000);
              case 1 -> random.nextInt(0x10000);
              case 2 -> 0x300 + random.nextInt(0x70);
              default -> 'a' + random.nextInt(26);
            });
      }
      UnitText units = UnitText.of(text.toString());
      Unfolding unfolding = Unfolding.of(text.toString());
      int before = 0;
      for (int i = 0; i < units.count(); i++) {
        int start = unfolding.start(units.start(i));
        int end = unfolding.end(units.end(i) - 1);
        assertThat(start).isBetween(0, end - 1);
        assertThat(end).isBetween(before, text.length());
        before = end;
      }
    }
  }

  @Test
  void everyCharacterByItselfAndAfterALetterUnfolds() {
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      String text = "a" + Character.toString(codePoint) + "b茶";
      Unfolding unfolding = Unfolding.of(text);
      int last = Units.fold(text).length() - 1;
      assertThat(unfolding.start(last)).isEqualTo(text.length() - 1);
    }
  }
}
