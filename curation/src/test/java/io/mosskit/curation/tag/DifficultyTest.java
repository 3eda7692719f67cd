package io.mosskit.curation.tag;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.curation.Dialogues;
import org.junit.jupiter.api.Test;

class DifficultyTest {

  @Test
  void whatAsksForMoreHasAHigherLevel() {
    assertThat(Difficulty.of(Dialogues.of("1", "你好", "好"))).isEqualTo(Difficulty.VERY_EASY);
    assertThat(Difficulty.of(Dialogues.of("1", "Hello", "Hi"))).isEqualTo(Difficulty.VERY_EASY);
    String rules = "写一个函数，必须用递归，不要用循环，至少处理 3 种输入：空表、1 个元素、100 个元素。" + "返回 {\"n\": 0} 这样的格式。";
    assertThat(Difficulty.of(Dialogues.of("1", rules, "…")).compareTo(Difficulty.MEDIUM))
        .isPositive();
    String essay =
        "Write an essay of exactly 500 words without adjectives. It must have 3 parts: a question, "
            + "2 answers, and a doubt. Do not repeat a sentence; each part ends with a name. "
            + "Then turn it into `x < y`, {a, b}, and unless you cannot, into verse. ".repeat(5);
    assertThat(Difficulty.of(Dialogues.of("1", essay, "…"))).isEqualTo(Difficulty.VERY_HARD);
  }

  @Test
  void theReplyDoesNotCount() {
    assertThat(Difficulty.of(Dialogues.of("1", "你好", "必须。".repeat(500))))
        .isEqualTo(Difficulty.VERY_EASY);
  }
}
