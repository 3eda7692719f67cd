package io.mosskit.generator.rehearsal.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.novelty.NoveltyGate;
import io.mosskit.generator.plan.SafetyPlan;
import io.mosskit.generator.taxonomy.Taxon;
import io.mosskit.schema.Category;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.chat.ChatRequest.Role;
import io.mosskit.schema.text.Language;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WritesDistinctPromptsTest {

  private static final int DRAWS = 60;
  private static final double MOST_ALIKE = 0.7;

  @ParameterizedTest
  @EnumSource(Category.class)
  void threeFifthsOfThreeHundredPassTheNoveltyGate(Category category) {
    Asking asking = new Asking(1);
    for (Language language : List.of(Language.ZH, Language.EN)) {
      NoveltyGate gate = new NoveltyGate(MOST_ALIKE);
      int proposed = 0;
      int kept = 0;
      for (int draw = 1; draw <= DRAWS; draw++) {
        for (String prompt : asking.prompts(category, language, draw)) {
          proposed++;
          if (gate.judge(prompt).isNew()) {
            gate.add("p" + ++kept, prompt);
          }
        }
      }
      assertThat(proposed).isEqualTo(300);
      assertThat(kept).as(category + " " + language).isGreaterThanOrEqualTo(180);
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"HARMLESS", "HONEST"})
  void sixHundredOfEveryKindAsWeighedPassTheNoveltyGate(Category category) {
    Asking asking = new Asking(1);
    for (Language language : List.of(Language.ZH, Language.EN)) {
      NoveltyGate gate = new NoveltyGate(MOST_ALIKE);
      int kept = 0;
      int draws = 0;
      while (kept < 600 && draws < 600) {
        Taxon taxon = SafetyPlan.DEFAULT.taxon(category, Dice.of(1, ++draws)).orElseThrow();
        for (String prompt : asking.prompts(taxon, language, draws)) {
          if (gate.judge(prompt).isNew()) {
            gate.add("p" + ++kept, prompt);
          }
        }
      }
      assertThat(kept).as("%s %s after %d draws", category, language, draws).isGreaterThan(599);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Category, poetry, a label such as writing",
    "Language, fr, zh or en",
    "Number, 0, a number from 1 to 100"
  })
  void aWrongHeaderIsNamed(String header, String value, String expected) {
    String good = Asking.expansion(Category.WRITING, Language.ZH, 1).content();
    String bad = good.replaceFirst(header + ": .*", header + ": " + value);
    Script script = new Script(1, 0);
    assertThatThrownBy(() -> script.answer(List.of(new Message(Role.USER, bad)), bad, 1000))
        .isInstanceOf(Script.UnreadableTask.class)
        .hasMessage("the header " + header + " is \"" + value + "\"; expected " + expected);
  }
}
