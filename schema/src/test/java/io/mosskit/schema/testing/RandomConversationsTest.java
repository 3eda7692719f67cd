package io.mosskit.schema.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The generator of test dialogues keeps its word.
class RandomConversationsTest {

  static LongStream seeds() {
    return LongStream.range(0, 100);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void wellFormedDialoguesBreakNoRule(long seed) {
    assertThat(ConversationCheck.violations(RandomConversations.of(seed))).isEmpty();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void irregularDialoguesCanBeReadFromTheirJson(long seed) {
    String line = MossJson.line(RandomConversations.irregular(seed));
    assertThat(MossJson.parse(line)).isInstanceOf(Entry.Accepted.class);
  }

  @Test
  void irregularDialoguesBreakManyRules() {
    Set<Object> broken = new HashSet<>();
    for (long seed = 0; seed < 300; seed++) {
      for (Finding finding : ConversationCheck.all(RandomConversations.irregular(seed))) {
        broken.add(finding.rule());
      }
    }
    assertThat(broken).hasSizeGreaterThan(12);
  }

  @Test
  void theSameSeedGivesTheSameDialogueAndAnotherAnother() {
    assertThat(RandomConversations.irregular(5)).isEqualTo(RandomConversations.irregular(5));
    assertThat(RandomConversations.of(5)).isNotEqualTo(RandomConversations.of(6));
  }
}
