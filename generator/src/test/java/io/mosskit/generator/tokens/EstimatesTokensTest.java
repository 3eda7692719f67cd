package io.mosskit.generator.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimatesTokensTest {

  private static int tokens(String text) {
    return TokenEstimate.INSTANCE.of(text);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "hello, 2",
    "hello world, 3",
    "2023, 3",
    "internationalisation, 5",
    "今天天气不错, 5",
    "你好，世界！, 5",
    "'a\n\n    b', 4",
    "'{\"a\": [1, 2]}', 11",
    "Привет, 14"
  })
  void countsByScript(String text, int tokens) {
    assertThat(tokens(text)).isEqualTo(tokens);
  }

  @Test
  void growsWithTheText() {
    String text = "第 1 步：run `make all`，然后看 README。\n\n😀";
    int before = 0;
    for (int end = 0; end <= text.length(); end++) {
      int now = tokens(text.substring(0, end));
      assertThat(now).isGreaterThanOrEqualTo(before);
      before = now;
    }
  }

  @Test
  void aDialogueIsCountedAsItIsTrainedOn() {
    TokenBudget budget = new TokenBudget(2048, TokenEstimate.INSTANCE);
    int none = budget.of(List.of());
    int one = budget.of(List.of(Turn.plain(1, "你好", "Hello")));
    int two = budget.of(List.of(Turn.plain(1, "你好", "Hello"), Turn.plain(2, "你好", "Hello")));
    assertThat(one - none).isEqualTo(two - one).isBetween(40, 70);
    assertThat(budget.leftBeside(List.of())).isEqualTo(2048 - none);
    assertThat(budget.text()).isEqualTo("2048 tokens by estimate@1");
  }
}
