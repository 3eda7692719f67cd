package io.mosskit.curation.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import io.mosskit.schema.text.Language;
import org.junit.jupiter.api.Test;

class MeasuresTest {

  @Test
  void lengthsAreCharactersOfEachRoleWithoutBlanksAtTheEnds() {
    Measures measures =
        Measures.of(Dialogues.of("1", "写一首诗 ", " \n\n春眠不觉晓。", "Thanks 🙂", "You are welcome!"));
    assertThat(measures.turns()).hasSize(2);
    assertThat(measures.turns().get(0).user()).isEqualTo(4);
    assertThat(measures.turns().get(0).reply()).isEqualTo(6);
    assertThat(measures.userCharacters()).isEqualTo(4 + 8);
    assertThat(measures.replyCharacters()).isEqualTo(6 + 16);
  }

  @Test
  void theLanguageIsThatOfTheUser() {
    assertThat(Measures.of(Dialogues.of("1", "翻译成英文：你好", "Hello!")).language())
        .isEqualTo(Language.ZH);
    assertThat(Measures.of(Dialogues.of("1", "Say hello in Chinese", "你好！")).language())
        .isEqualTo(Language.EN);
  }
}
