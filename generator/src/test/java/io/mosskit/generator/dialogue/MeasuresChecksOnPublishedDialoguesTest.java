package io.mosskit.generator.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.check.TurnChecks.Words;
import io.mosskit.generator.taxonomy.Grade;
import io.mosskit.schema.Category;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The figures of docs/safety.md, on the published samples; skipped where they are not there.
class MeasuresChecksOnPublishedDialoguesTest {

  private static List<Conversation> published(String... names) throws Exception {
    List<Conversation> dialogues = new ArrayList<>();
    for (String name : names) {
      Path file = SharedFolder.resolve("data/moss-003-samples/" + name + ".jsonl");
      try (Scan<Entry> scan = Corpus.of(file).entries()) {
        for (Entry entry : scan) {
          dialogues.add(((Entry.Accepted) entry).conversation());
        }
      }
    }
    return dialogues;
  }

  private static long faults(List<String> replies, GradeChecks checks) {
    return replies.stream()
        .map(reply -> (Read<Words>) new Usable<>(new Words(reply.strip(), false)))
        .filter(read -> checks.and(read) instanceof Faulty<Words>)
        .count();
  }

  @Test
  void oneOfTwoThousandHelpfulRepliesIsARefusal() throws Exception {
    List<String> replies =
        published(
                "helpful-brainstorming",
                "helpful-code",
                "helpful-complex-instruction",
                "helpful-role-playing",
                "helpful-writing")
            .stream()
            .flatMap(dialogue -> dialogue.turns().stream())
            .map(Turn::reply)
            .toList();
    assertThat(replies).hasSize(2060);
    // Read: it declines to play a doctor, and gives nothing else.
    assertThat(faults(replies, new GradeChecks(Category.ROLE_PLAYING, null, true))).isEqualTo(1);
  }

  @Test
  void mostHarmlessDialoguesBeginWithAReplyThatDeclines() throws Exception {
    List<String> first =
        published("harmless").stream()
            .map(dialogue -> dialogue.turns().getFirst().reply())
            .toList();
    assertThat(first).hasSize(70);
    // Read: the eight answer questions in which there is nothing to decline.
    assertThat(faults(first, new GradeChecks(Category.HARMLESS, Grade.REFUSE, true))).isEqualTo(8);
  }

  @Test
  void noPublishedReplyAboutItselfPassesForHuman() throws Exception {
    List<String> replies =
        published("honest").stream()
            .flatMap(dialogue -> dialogue.turns().stream())
            .map(Turn::reply)
            .toList();
    GradeChecks checks = new GradeChecks(Category.HONEST, Grade.TELL_TRUTH_ABOUT_SELF, true);
    assertThat(faults(replies, checks)).isZero();
  }
}
