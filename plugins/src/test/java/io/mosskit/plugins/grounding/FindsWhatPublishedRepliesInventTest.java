package io.mosskit.plugins.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.Entry;
import io.mosskit.schema.io.Scan;
import io.mosskit.schema.testing.SharedFolder;
import io.mosskit.schema.trace.Results;
import io.mosskit.schema.trace.Results.Block;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The published plugin dialogues, Chinese and English: how many turns state what they cannot know.
/// The counts are those of the part that is at hand, read one by one when they were pinned.
class FindsWhatPublishedRepliesInventTest {

  @ParameterizedTest
  @CsvSource({
    "calculator, 140, 46, 11, 9",
    "equation-solver, 70, 27, 24, 12",
    "web-search, 210, 10, 0, 0",
    "mix, 190, 31, 40, 17"
  })
  void turnsThatStateWhatNothingSupports(
      String set, int turns, int unsupported, int failed, int failedAndStatesANumber)
      throws Exception {
    int[] counts = new int[4];
    Corpus corpus = Corpus.of(SharedFolder.resolve("data/moss-003-samples/" + set + ".jsonl"));
    try (Scan<Entry> scan = corpus.entries()) {
      for (Entry entry : scan) {
        Conversation conversation = ((Entry.Accepted) entry).conversation();
        count(conversation.turns(), counts);
      }
    }
    assertThat(counts).containsExactly(turns, unsupported, failed, failedAndStatesANumber);
  }

  private static void count(List<Turn> turns, int[] counts) {
    for (int i = 0; i < turns.size(); i++) {
      List<Unsupported> found = Grounding.check(turns, i);
      boolean failed = hasFailed(turns.get(i));
      counts[0]++;
      counts[1] += found.isEmpty() ? 0 : 1;
      counts[2] += failed ? 1 : 0;
      counts[3] += failed && found.stream().anyMatch(Unsupported.Numeral.class::isInstance) ? 1 : 0;
    }
  }

  private static boolean hasFailed(Turn turn) {
    Predicate<Block> failed = Block::failed;
    return Results.parse(turn.body(Field.TOOL_RESPONSES)) instanceof Results.Blocks(var blocks)
        && blocks.stream().anyMatch(failed);
  }
}
