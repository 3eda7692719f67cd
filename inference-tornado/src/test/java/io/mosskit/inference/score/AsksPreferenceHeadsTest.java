package io.mosskit.inference.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.cpu.NaiveMoss;
import io.mosskit.inference.model.ModelException;
import io.mosskit.inference.model.RotaryPrecision;
import io.mosskit.schema.json.Json;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The head is made up: its weights are random, and no published model has one.
class AsksPreferenceHeadsTest {

  private static final PreferencePair TEA =
      new PreferencePair(
          List.of("怎样泡茶？", "先温壶。", "And then?", "Add the leaves, then pour 80 °C water."),
          List.of("怎样泡茶？", "先温壶。", "And then?", "No."));

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"reward_head", "v_head", "v_head.summary"})
  void forTheProductWithTheLastHiddenStateOfTheReply(String name) throws Exception {
    try (Arena arena = Arena.ofConfined();
        SmallModel small = SmallModel.open(SmallModel.make(folder, 256))) {
      Checkpoint fixture = withHead(small.checkpoint(), name, 32, arena);
      RewardHead head = RewardHead.read(fixture).orElseThrow();
      ScoringModel model =
          new ScoringModel("fixture", "", small.backend(), small.tokenizer(), Optional.of(head));
      try (PreferenceScorer scorer = new PreferenceScorer(model)) {
        assertThat(scorer.head()).isEqualTo(name);
        PreferenceScorer.Rewards rewards = scorer.score(TEA);
        assertThat(rewards.chosen())
            .isCloseTo(expected(fixture, name, TEA.chosen(), small), within(1e-4));
        assertThat(rewards.rejected())
            .isCloseTo(expected(fixture, name, TEA.rejected(), small), within(1e-4));
        assertThat(rewards.margin()).isEqualTo(rewards.chosen() - rewards.rejected());
      }
    }
  }

  private static double expected(
      Checkpoint fixture, String name, List<String> utterances, SmallModel small) {
    MossConfig config = fixture.config();
    NaiveMoss naive =
        new NaiveMoss(fixture, RotaryPrecision.of(config).inverseFrequencies(config.rotaryDim()));
    int[] ids = Passage.of(PreferencePair.dialogue(utterances), small.tokenizer()).ids();
    double[] state = naive.hidden(ids)[ids.length - 1];
    MemorySegment weight = fixture.tensor(name + ".weight").orElseThrow().data();
    double sum = 0.25;
    for (int i = 0; i < state.length; i++) {
      sum += weight.getAtIndex(ValueLayout.JAVA_FLOAT_UNALIGNED, i) * state[i];
    }
    return sum;
  }

  @Test
  void orTheRuleThatNeedsNoTraining() throws Exception {
    try (SmallModel small = SmallModel.open(SmallModel.make(folder, 256));
        PreferenceScorer scorer = new PreferenceScorer(small.scoring());
        DialogueScorer dialogues =
            new DialogueScorer(small.backend(), small.tokenizer(), Optional.empty(), 0)) {
      assertThat(scorer.head()).isEqualTo("likelihood-gain (training-free)");
      PreferenceScorer.Rewards rewards = scorer.score(TEA);
      Passage chosen = Passage.of(PreferencePair.dialogue(TEA.chosen()), small.tokenizer());
      TurnScore last = dialogues.score(List.of(chosen)).getFirst().turns().getLast();
      assertThat(rewards.chosen()).isEqualTo(last.alone().mean() - last.given().mean());
    }
  }

  @Test
  void butNotOfAnotherWidth() throws Exception {
    try (Arena arena = Arena.ofConfined();
        SmallModel small = SmallModel.open(SmallModel.make(folder, 256))) {
      Checkpoint fixture = withHead(small.checkpoint(), "v_head", 31, arena);
      assertThatThrownBy(() -> RewardHead.read(fixture))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("v_head.weight")
          .hasMessageContaining("32 numbers");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"chosen\": [\"问\", \"答\"]}",
        "{\"chosen\": [\"问\", \"答\"], \"rejected\": [\"问\", \"答\"]}",
        "{\"chosen\": [\"问\", \"答\"], \"rejected\": [\"Q\", \"A\"]}",
        "{\"chosen\": [\"问\"], \"rejected\": [\"问\"]}",
        "{\"chosen\": [\"问\", \" \"], \"rejected\": [\"问\", \"答\"]}",
        "{\"chosen\": [\"问\", 1], \"rejected\": [\"问\", \"答\"]}"
      })
  void forPairsThatAreNone(String json) throws Exception {
    Json pair = Json.parse(json);
    assertThatThrownBy(() -> PreferencePair.of(pair)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Checkpoint withHead(Checkpoint trunk, String name, int width, Arena arena) {
    Random random = new Random(11);
    MemorySegment weight = arena.allocate(4L * width, 64);
    for (int i = 0; i < width; i++) {
      weight.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) random.nextGaussian());
    }
    MemorySegment bias = arena.allocate(4, 64);
    bias.set(ValueLayout.JAVA_FLOAT, 0, 0.25f);
    return new WithHead(
        trunk,
        Map.of(
            name + ".weight",
            new Tensor(name + ".weight", ElementType.F32, List.of(1L, (long) width), weight),
            name + ".bias",
            new Tensor(name + ".bias", ElementType.F32, List.of(1L), bias)));
  }

  private record WithHead(Checkpoint trunk, Map<String, Tensor> head) implements Checkpoint {

    @Override
    public MossConfig config() {
      return trunk.config();
    }

    @Override
    public Optional<Tensor> tensor(String name) {
      return head.containsKey(name) ? Optional.of(head.get(name)) : trunk.tensor(name);
    }

    @Override
    public List<String> names() {
      List<String> names = new ArrayList<>(trunk.names());
      names.addAll(head.keySet());
      return names.stream().sorted().toList();
    }

    @Override
    public void close() {}
  }
}
