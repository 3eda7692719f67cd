package io.mosskit.curation.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.check.ConversationCheck;
import io.mosskit.schema.check.Finding;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.testing.RandomConversations;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every dialogue, with secrets planted anywhere in it.
class LeavesTheRestAloneTest {
  private final Scrubber scrubber = new Scrubber(ScrubPlan.standard());

  static LongStream seeds() {
    return LongStream.range(0, 400);
  }

  private static Conversation dialogue(long seed) {
    Conversation dialogue =
        seed % 2 == 0 ? RandomConversations.of(seed) : RandomConversations.irregular(seed);
    return new SecretTexts(seed).in(dialogue);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void textOutsideTheFindingsIsUntouched(long seed) {
    Conversation before = dialogue(seed);
    Scrubbed scrubbed = scrubber.scrub(before);
    for (Turn turn : before.turns()) {
      for (Field field : Field.values()) {
        String expected = applied(turn, field, scrubbed.findings());
        Turn after = scrubbed.conversation().turns().get(before.turns().indexOf(turn));
        assertThat(after.value(field)).isEqualTo(expected);
      }
    }
    assertThat(scrubbed.conversation().id()).isEqualTo(before.id());
  }

  private static String applied(
      Turn turn, Field field, List<io.mosskit.curation.privacy.Finding> findings) {
    StringBuilder text = new StringBuilder();
    String value = turn.value(field);
    int from = 0;
    for (var finding : findings) {
      if (finding.turn() == turn.number() && finding.field().equals(field.key())) {
        assertThat(finding.start()).as("findings come in their order").isGreaterThanOrEqualTo(from);
        text.append(value, from, finding.start()).append(finding.placeholder());
        from = finding.end();
      }
    }
    return text.append(value.substring(from)).toString();
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void scrubbingTwiceChangesNothingMore(long seed) {
    Conversation once = scrubber.scrub(dialogue(seed)).conversation();
    Scrubbed twice = scrubber.scrub(once);
    assertThat(twice.findings()).isEmpty();
    assertThat(twice.conversation()).isEqualTo(once);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void aScrubbedRecordBreaksNoRuleThatItKeptBefore(long seed) {
    Conversation before = dialogue(seed);
    Conversation after = scrubber.scrub(before).conversation();
    assertThat(rules(after)).isEqualTo(rules(before));
    assertThat(MossJson.parse(MossJson.line(after))).isInstanceOf(Entry.Accepted.class);
  }

  private static List<String> rules(Conversation dialogue) {
    return ConversationCheck.violations(dialogue).stream()
        .map((Finding finding) -> finding.rule() + " " + finding.turn())
        .toList();
  }
}
