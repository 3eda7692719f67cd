package io.mosskit.schema.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitsTest {

  @Test
  void englishByWordsChineseByCharacters() {
    assertThat(Units.of("Don't panic, Ａｌｉｃｅ!")).containsExactly("don", "t", "panic", "alice");
    assertThat(Units.of("泡茶，用80度的水。")).containsExactly("泡", "茶", "用", "80", "度", "的", "水");
    assertThat(Units.of("用Python写quick sort")).containsExactly("用", "python", "写", "quick", "sort");
  }

  @Test
  void otherScripts() {
    assertThat(Units.of("Žluťoučký kůň")).containsExactly("žluťoučký", "kůň");
    assertThat(Units.of("ありがとう")).hasSize(5);
    assertThat(Units.of("안녕 세계")).hasSize(2);
    assertThat(Units.of("हिन्दी भाषा")).hasSize(2);
    assertThat(Units.of("𠀀𠀁")).containsExactly("𠀀", "𠀁");
    assertThat(Units.of("😀 -- !!")).isEmpty();
    assertThat(Units.of("")).isEmpty();
  }

  @Test
  void eachCharacterIsFoldedAsUnicodeFoldsIt() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      String text = "a" + (char) c + "中" + (char) c;
      assertThat(Units.fold(text)).isEqualTo(Units.foldAny(text));
    }
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3})
  void charactersAreFoldedTogetherAsUnicodeFoldsThem(long seed) {
    String drawn = "aZ9 中国，。！ＡｂＺ～　“”—《》Á\u0301é가각ﬁ①…Σς\uD83D\uDE00\uD83D";
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 3000; i++) {
      StringBuilder text = new StringBuilder();
      int variety = 1 + random.nextInt(drawn.length());
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(drawn.charAt(random.nextInt(variety)));
      }
      assertThat(Units.fold(text.toString())).isEqualTo(Units.foldAny(text.toString()));
    }
  }

  @Test
  void codeDoesNotCount() {
    String reply = "下面是代码：\n```python\nfor item in items:\n    print(item)\n```\n运行即可。";
    assertThat(Language.of(reply)).isEqualTo(Language.ZH);
    assertThat(Language.of("```\nopen(\"never closed\")")).isEqualTo(Language.OTHER);
  }

  @ParameterizedTest
  @CsvSource({
    "你好，世界,ZH",
    "Hello world,EN",
    "请用Python实现快速排序,ZH",
    "2+2=?,OTHER",
    "Привет мир,OTHER",
    "'Translate 你好 into English, please, and explain it in five words',EN",
    "'Please translate 你好 into English',MIXED",
    "café déjà vu,EN",
    "'',OTHER"
  })
  void languageByScript(String text, Language language) {
    assertThat(Language.of(text)).isEqualTo(language);
    assertThat(language.label()).isEqualTo(language.name().toLowerCase(java.util.Locale.ROOT));
  }
}
