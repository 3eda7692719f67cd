package io.mosskit.inference.score;

import io.mosskit.inference.model.ContextLimitException;
import java.util.List;

/// Says how good both replies of a pair are: one number each, the higher the better.
///
/// A model with a trained head is asked for it. A model without one is asked for the *likelihood
/// gain*, a rule that needs no training and stands in where no preference model exists: how much
/// less a token of the reply costs with its dialogue than alone, in nats in the mean. It knows what
/// fits, not what is true or harmless.
public final class PreferenceScorer implements AutoCloseable {

  /// The name of the rule that needs no training.
  public static final String TRAINING_FREE = "likelihood-gain (training-free)";

  private final ScoringModel model;
  private final DialogueScorer scorer;

  public PreferenceScorer(ScoringModel model) {
    this.model = model;
    this.scorer = new DialogueScorer(model.backend(), model.tokenizer(), model.head(), 0);
  }

  /// What the numbers come from: the head's name in the model's files, or [#TRAINING_FREE].
  public String head() {
    return model.head().map(RewardHead::name).orElse(TRAINING_FREE);
  }

  /// The numbers of a pair.
  ///
  /// @throws ContextLimitException if one of its dialogues is longer than the model reads
  public Rewards score(PreferencePair pair) {
    List<Passage> passages = List.of(passage(pair.chosen()), passage(pair.rejected()));
    int limit = model.backend().config().nPositions();
    for (Passage passage : passages) {
      if (passage.ids().length > limit) {
        throw new ContextLimitException(passage.ids().length, limit);
      }
    }
    return new Rewards(reward(passages.get(0)), reward(passages.get(1)));
  }

  /// The numbers of both replies.
  public record Rewards(double chosen, double rejected) {

    /// How much better the chosen one is.
    public double margin() {
      return chosen - rejected;
    }
  }

  private Passage passage(List<String> utterances) {
    return Passage.of(PreferencePair.dialogue(utterances), model.tokenizer());
  }

  /// One after the other: what both begin with is computed once.
  private double reward(Passage passage) {
    TurnScore last = scorer.score(List.of(passage)).getFirst().turns().getLast();
    return last.reward().orElse(last.alone().mean() - last.given().mean());
  }

  /// Gives the memory of keys and values back.
  @Override
  public void close() {
    scorer.close();
  }
}
