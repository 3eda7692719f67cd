package io.mosskit.generator.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.generator.chance.Dice;
import io.mosskit.schema.Category;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchesMeasuredTurnsTest {

  /// Least, greatest and mean number of turns in MOSS-003's samples.
  @ParameterizedTest
  @CsvSource({
    "BRAINSTORMING, 4, 9, 5.88",
    "CODE, 3, 10, 6.17",
    "COMPLEX_INSTRUCTION, 3, 19, 5.91",
    "ROLE_PLAYING, 3, 14, 6.25",
    "WRITING, 3, 9, 5.39",
    "HARMLESS, 2, 8, 3.01",
    "HONEST, 2, 5, 3.10"
  })
  void tablesHaveThePublishedRangeAndMean(Category category, int least, int most, double mean) {
    TurnTable table = DialoguePlan.DEFAULT.turnsOf(category);
    assertThat(table.least()).isEqualTo(least);
    assertThat(table.weights().lastKey()).isEqualTo(most);
    assertThat(table.mean()).isCloseTo(mean, within(1e-9));
  }

  @Test
  void drawsFollowTheTable() {
    TurnTable table = DialoguePlan.DEFAULT.turnsOf(Category.HARMLESS);
    Dice dice = Dice.of(7, "turns");
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      int turns = table.draw(dice);
      assertThat(table.weights()).containsKey(turns);
      sum += turns;
    }
    assertThat(sum / 20_000).isCloseTo(table.mean(), within(0.05));
  }

  @Test
  void refusesTablesThatNoDialogueFits() {
    assertThatThrownBy(() -> TurnTable.fixed(0)).hasMessageContaining("at least one turn");
    assertThatThrownBy(() -> TurnTable.from(1)).hasMessageContaining("at least one turn");
    assertThatThrownBy(() -> TurnTable.from(1, -1)).hasMessageContaining("at least 1");
    assertThatThrownBy(() -> DialoguePlan.DEFAULT.withTurns(Category.SWITCHING, TurnTable.fixed(1)))
        .hasMessageContaining("switching has at least two turns");
  }
}
