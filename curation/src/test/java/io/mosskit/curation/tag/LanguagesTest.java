package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.curation.tag.Languages.TurnLanguages;
import io.mosskit.schema.text.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
  private final Languages languages = new Languages();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "今天天气怎么样？|ZH",
        "用 Python 写一个排序函数，并解释每一步|ZH",
        "How do I sort a list in Python?|EN",
        "Sort list|EN",
        "I'd like a café table for two, please|EN",
        "Wie kann ich eine Liste in Python sortieren?|OTHER",
        "Comment puis-je trier une liste en Python ?|OTHER",
        "¿Cómo puedo ordenar una lista?|OTHER",
        "Come posso ordinare una lista che non è in ordine?|OTHER",
        "Hoe kan ik een lijst met namen sorteren?|OTHER",
        "Jak mohu seřadit seznam, který není v pořádku?|OTHER",
        "Bir listeyi nasıl sıralayabilirim?|OTHER",
        "リストを並べ替えるにはどうすればいいですか|OTHER",
        "Как отсортировать список?|OTHER",
        "123 + 456|OTHER",
      })
  void frenchAndGermanAreNotEnglish(String text, Language language) {
    assertThat(languages.of(text)).isEqualTo(language);
  }

  @Test
  void codeSaysNothingAboutLanguage() {
    assertThat(languages.of("Erkläre mir bitte, was das ist:\n```\nif for while do and the\n```"))
        .isEqualTo(Language.OTHER);
  }

  @Test
  void eachTurnHasItsOwn() {
    assertThat(languages.of(Dialogues.of("1", "你好吗", "I am fine, thank you.", "and you?", "我也好")))
        .containsExactly(
            new TurnLanguages(Language.ZH, Language.EN),
            new TurnLanguages(Language.EN, Language.ZH));
  }
}
