package io.mosskit.inference.score;

/// How a corpus is scored.
///
/// @param batch how many dialogues go through the model together at most, at least 1; no score
///   depends on it
/// @param surprises how many surprising tokens are named for each dialogue
public record ScoringPlan(int batch, int surprises) {

  public ScoringPlan {
    if (batch < 1 || surprises < 0) {
      throw new IllegalArgumentException(
          "batch is %d and must be at least 1; surprises is %d and must not be negative"
              .formatted(batch, surprises));
    }
  }

  /// Eight dialogues together, five surprises each.
  public static ScoringPlan standard() {
    return new ScoringPlan(8, 5);
  }

  public ScoringPlan withBatch(int newBatch) {
    return new ScoringPlan(newBatch, surprises);
  }

  public ScoringPlan withSurprises(int newSurprises) {
    return new ScoringPlan(batch, newSurprises);
  }
}
