package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Random;
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
