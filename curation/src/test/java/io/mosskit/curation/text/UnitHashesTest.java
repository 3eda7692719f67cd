package io.mosskit.curation.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.text.Units;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnitHashesTest {

  private static String text(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      text.appendCodePoint("ab cＡＢ，。é\n一二三四".codePointAt(random.nextInt(14)));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void windowsAreEqualWhereTheirUnitsAreEqual(long seed) {
    String text = text(seed);
    List<String> units = Units.of(text);
    UnitHashes hashes = UnitHashes.of(text);
    assertThat(hashes.count()).isEqualTo(units.size());
    for (int width : new int[] {1, 2, 4, 5}) {
      long[] windows = hashes.windows(width);
      assertThat(windows).hasSize(units.size() - width + 1);
      Map<List<String>, Long> byUnits = new HashMap<>();
      for (int i = 0; i < windows.length; i++) {
        byUnits.putIfAbsent(units.subList(i, i + width), windows[i]);
        assertThat(windows[i]).isEqualTo(byUnits.get(units.subList(i, i + width)));
      }
      assertThat(Arrays.stream(windows).distinct().count()).isEqualTo(byUnits.size());
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4})
  void asciiUnitsAreTheSameAmongOthers(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int blanks = 3 + random.nextInt(40);
      for (int length = random.nextInt(90); length > 0; length--) {
        text.append((char) (random.nextInt(blanks) == 0 ? ' ' : random.nextInt(128)));
      }
      UnitHashes ascii = UnitHashes.of(text.toString());
      UnitHashes mixed = UnitHashes.of(text + "。");
      assertThat(ascii.count()).isEqualTo(Units.of(text.toString()).size());
      assertThat(ascii.windows(1)).isEqualTo(mixed.windows(1));
      for (int unit = 0; unit < ascii.count(); unit++) {
        assertThat(ascii.length(unit)).isEqualTo(mixed.length(unit));
      }
    }
  }

  @Test
  void lengthsAreThoseOfTheFoldedUnits() {
    UnitHashes hashes = UnitHashes.of("ＡＢＣ 你好");
    assertThat(List.of(hashes.length(0), hashes.length(1), hashes.length(2)))
        .isEqualTo(List.of(3, 1, 1));
  }

  @Test
  void theFingerprintTellsOrderAndNumber() {
    assertThat(UnitHashes.of("a b").fingerprint())
        .isNotEqualTo(UnitHashes.of("b a").fingerprint())
        .isNotEqualTo(UnitHashes.of("a b b").fingerprint())
        .isEqualTo(UnitHashes.of("A, b!").fingerprint());
  }

  @Test
  void betweenBlanksNothingIsFolded() {
    UnitHashes words = UnitHashes.betweenBlanks(" 你好，世界 Hello\n\thello ");
    assertThat(words.count()).isEqualTo(3);
    assertThat(words.length(0)).isEqualTo(5);
    assertThat(words.windows(1)[1]).isNotEqualTo(words.windows(1)[2]);
    assertThat(UnitHashes.betweenBlanks("").count()).isZero();
  }
}
