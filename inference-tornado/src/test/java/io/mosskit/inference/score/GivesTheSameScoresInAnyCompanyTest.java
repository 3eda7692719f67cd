package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.model.Backend;
import io.mosskit.inference.model.Chunk;
import io.mosskit.inference.model.HiddenReader;
import io.mosskit.inference.model.KvCache;
import io.mosskit.inference.model.LogitReader;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Corpus;
import io.mosskit.schema.io.MossJson;
import io.mosskit.schema.progress.Progress;
import io.mosskit.schema.testing.RandomConversations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chinese and English dialogues of many lengths, in batches of any size and in any order.
class GivesTheSameScoresInAnyCompanyTest {

  @TempDir private Path folder;
  private long shared;

  @Test
  void whateverTheBatchAndTheOrder() throws Exception {
    List<String> lines = new ArrayList<>();
    for (int seed = 0; seed < 70; seed++) {
      lines.add(MossJson.line(RandomConversations.of(seed)));
    }
    SmallModel.make(folder.resolve("model"), 4096);
    List<String> alone = scored(lines, 1);
    assertThat(alone).hasSize(70).allMatch(line -> line.contains("\"ifd\":{\"mean\":"));
    for (int batch : List.of(4, 32)) {
      assertThat(scored(lines, batch)).isEqualTo(alone);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, new Random(3));
    List<String> shuffled = scored(order.stream().map(lines::get).toList(), 32);
    assertThat(shuffled).isEqualTo(order.stream().map(alone::get).toList());
  }

  /// Dialogues that are beginnings of one another, and share published meta instructions.
  @Test
  void whateverAnotherDialogueBeganWith() throws Exception {
    SmallModel.make(folder.resolve("model"), 4096);
    List<String> lines = new ArrayList<>();
    for (int seed = 0; seed < 8; seed++) {
      Conversation whole = RandomConversations.of(seed);
      for (int turns = 1; turns <= whole.turns().size(); turns++) {
        lines.add(MossJson.line(whole.withTurns(whole.turns().subList(0, turns))));
      }
    }
    Collections.shuffle(lines, new Random(5));
    List<String> alone = new ArrayList<>();
    for (String line : lines) {
      alone.addAll(scored(List.of(line), 1));
      assertThat(shared).isZero();
    }
    for (int batch : List.of(1, 3, 32)) {
      assertThat(scored(lines, batch)).isEqualTo(alone);
      assertThat(shared).isPositive();
    }
  }

  /// What the model did not get to, since it failed, is computed when it is needed.
  @Test
  void whateverFailedBefore() throws Exception {
    SmallModel.make(folder.resolve("model"), 4096);
    Conversation whole = RandomConversations.of(1);
    try (SmallModel small = SmallModel.open(folder.resolve("model"));
        DialogueScorer fresh =
            new DialogueScorer(small.backend(), small.tokenizer(), Optional.empty(), 3)) {
      Passage passage = Passage.of(whole, small.tokenizer());
      String alone = fresh.score(List.of(passage)).getFirst().json().text();
      for (int position = 0; position < passage.ids().length; position += 7) {
        Failing failing = new Failing(small.backend(), new AtomicInteger(position));
        try (DialogueScorer scorer =
            new DialogueScorer(failing, small.tokenizer(), Optional.empty(), 3)) {
          assertThatThrownBy(() -> scorer.score(List.of(passage)))
              .isInstanceOf(IllegalStateException.class);
          assertThat(scorer.score(List.of(passage)).getFirst().json().text()).isEqualTo(alone);
        }
      }
    }
  }

  /// Fails once, when the logits of so many positions have been read.
  private record Failing(Backend backend, AtomicInteger left) implements Backend {

    @Override
    public MossConfig config() {
      return backend.config();
    }

    @Override
    public String name() {
      return backend.name();
    }

    @Override
    public KvCache newCache() {
      return backend.newCache();
    }

    @Override
    public void forward(List<Chunk> chunks, LogitReader reader) {
      backend.forward(
          chunks,
          (chunk, position, logits) -> {
            if (left.getAndDecrement() == 0) {
              throw new IllegalStateException("the device failed");
            }
            reader.accept(chunk, position, logits);
          });
    }

    @Override
    public void hidden(List<Chunk> chunks, HiddenReader reader) {
      backend.hidden(chunks, reader);
    }

    @Override
    public void close() {}
  }

  private List<String> scored(List<String> lines, int batch) throws Exception {
    Path run = Files.createTempDirectory(folder, "run");
    Path input = Files.write(run.resolve("in.jsonl"), lines);
    try (SmallModel model = SmallModel.open(folder.resolve("model"))) {
      ScoringSummary summary =
          Scoring.run(
              Corpus.of(input),
              model.scoring(),
              ScoringPlan.standard().withBatch(batch),
              run.resolve("out"),
              Progress.NONE,
              Clock.systemUTC());
      shared = summary.shared();
    }
    return Files.readAllLines(run.resolve("out/scored.jsonl"));
  }
}
