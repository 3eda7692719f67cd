package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.MetaInstruction;
import io.mosskit.schema.Turn;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A device has room for as many tokens as was said when it was opened, in pages.
class KeepsWithinItsRoomTest {

  private static final int POSITIONS = 2048;
  private static final int PAGE = 256;

  @TempDir private Path folder;

  @Test
  void whateverTheLengthsOfDialoguesAndReplies() throws Exception {
    try (SmallModel small = SmallModel.open(SmallModel.make(folder, POSITIONS));
        Watched watched = new Watched(small.backend(), new ArrayList<>(), new ArrayList<>());
        DialogueScorer scorer =
            new DialogueScorer(watched, small.tokenizer(), Optional.empty(), 0)) {
      Random random = new Random(7);
      for (int batch = 0; batch < 12; batch++) {
        List<Passage> passages = new ArrayList<>();
        int longest = 0;
        do {
          passages.add(Passage.of(dialogue(random), small.tokenizer()));
          longest = Math.max(longest, passages.getLast().ids().length);
        } while (passages.size() < DialogueScorer.together(longest));
        assertThat(longest).isLessThanOrEqualTo(POSITIONS);
        assertThat(scorer.score(passages.subList(0, DialogueScorer.together(longest))))
            .isNotEmpty();
      }
      assertThat(watched.used())
          .isNotEmpty()
          .allMatch(tokens -> tokens <= Scoring.tokensAtOnce(POSITIONS));
      assertThat(watched.used()).anyMatch(tokens -> tokens > Scoring.tokensAtOnce(POSITIONS) / 2);
    }
  }

  private static Conversation dialogue(Random random) {
    List<Turn> turns = new ArrayList<>();
    for (int turn = 1; turn <= 1 + random.nextInt(4); turn++) {
      String reply = random.nextBoolean() ? "茶。" : "Tea. ".repeat(1 + random.nextInt(30));
      turns.add(Turn.plain(turn, "怎样泡茶？ How?", reply));
    }
    return Conversation.of("d", MetaInstruction.plain(), turns);
  }

  /// Writes down how many tokens the caches hold that are not closed.
  private record Watched(Backend backend, List<KvCache> caches, List<Long> used)
      implements Backend {

    @Override
    public String name() {
      return backend.name();
    }

    @Override
    public MossConfig config() {
      return backend.config();
    }

    @Override
    public KvCache newCache() {
      caches.add(backend.newCache());
      return caches.getLast();
    }

    @Override
    public void forward(List<Chunk> chunks, LogitReader reader) {
      backend.forward(chunks, reader);
      used.add(
          caches.stream()
              .mapToLong(cache -> (long) Math.ceilDiv(cache.length(), PAGE) * PAGE)
              .sum());
    }

    @Override
    public void hidden(List<Chunk> chunks, HiddenReader reader) {
      backend.hidden(chunks, reader);
    }

    @Override
    public void close() {}
  }
}
