package io.mosskit.generator.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class LeavesSomeOutOfAccountTest {

  @Test
  void theNearestOfTheOthersDecides() {
    NoveltyGate gate = new NoveltyGate(0.7);
    gate.add("甲", "写一首关于春天的诗");
    gate.add("乙", "写一首关于秋天的歌");
    gate.add("c", "Write a poem about spring");
    String child = "写一首关于春天的长诗";
    assertThat(gate.judge(child)).isEqualTo(new Novelty(false, "甲", 18.0 / 19));
    assertThat(gate.judge(child, Set.of("甲"))).isEqualTo(new Novelty(false, "乙", 14.0 / 19));
    assertThat(gate.judge(child, Set.of("甲", "乙"))).isEqualTo(new Novelty(true, null, 0));
    assertThat(gate.judge("Write a long poem about spring", Set.of("c", "甲")).isNew()).isTrue();
  }
}
