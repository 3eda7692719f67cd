package io.mosskit.generator.expansion;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.chance.Dice;
import io.mosskit.generator.plan.Quota;
import io.mosskit.generator.prompt.Brief;
import io.mosskit.generator.prompt.Persona;
import io.mosskit.generator.template.Wording;
import io.mosskit.schema.Category;
import io.mosskit.schema.text.Language;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DrawsConstraintsTest {

  private static final int DRAWS = 300;

  @Test
  void aComplexInstructionDemandsThreeToFiveThings() {
    TreeSet<Integer> numbers = new TreeSet<>();
    TreeSet<String> drawn = new TreeSet<>();
    for (int seed = 0; seed < DRAWS; seed++) {
      List<String> one = Constraints.draw(Category.COMPLEX_INSTRUCTION, Dice.of(seed, "复杂"));
      assertThat(one).doesNotHaveDuplicates();
      numbers.add(one.size());
      drawn.addAll(one);
    }
    assertThat(numbers).containsExactly(3, 4, 5);
    assertThat(drawn).hasSize(8);
  }

  @ParameterizedTest
  @EnumSource(
      value = Category.class,
      names = {"CONTINUE", "SWITCHING"})
  void whatGoesOnAndWhatSwitchesTurnsOnOneThing(Category category) {
    TreeSet<String> drawn = new TreeSet<>();
    for (int seed = 0; seed < DRAWS; seed++) {
      List<String> one = Constraints.draw(category, Dice.of(seed, "x"));
      assertThat(one).hasSize(1);
      drawn.addAll(one);
    }
    assertThat(drawn).hasSize(8);
  }

  @Test
  void everyConstraintIsPutIntoWordsInBothLanguages() {
    Persona chinese = new Persona("甲", "守灯塔的老人", Language.ZH, null);
    Persona english = new Persona("b", "a lighthouse keeper", Language.EN, null);
    for (Persona persona : List.of(chinese, english)) {
      for (Category category : Quota.CATEGORIES) {
        for (int seed = 0; seed < DRAWS; seed++) {
          List<String> constraints = Constraints.draw(category, Dice.of(seed, category));
          String asked =
              Wording.in(persona.language())
                  .expandPrompts(
                      category, 5, 1, 1, List.of("例 x"), new Brief(null, persona, constraints))
                  .content();
          assertThat(asked.lines().limit(9)).contains("Persona: " + persona.text());
          if (!constraints.isEmpty()) {
            assertThat(asked).contains("\nConstraints: " + String.join(", ", constraints) + "\n");
          }
          assertThat(asked.lines().filter(line -> line.startsWith("- ")).count())
              .isEqualTo(6 + constraints.size());
          assertThat(asked.split("\n\nExamples:|\n\n示例：", 2)[0]).contains(persona.text());
        }
      }
    }
  }
}
