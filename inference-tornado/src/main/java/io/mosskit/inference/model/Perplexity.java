package io.mosskit.inference.model;

import java.util.Arrays;
import java.util.List;

/// How well a model foretells texts: e to the mean of -ln p over their tokens.
///
/// @param tokens how many were foretold: all but the first of each piece
/// @param value at least 1, and the lower the better; NaN where no token was foretold
public record Perplexity(long tokens, double value) {

  /// The perplexity of texts. One that is longer than the model reads is scored in pieces of that
  /// length, each of them from its own beginning.
  public static Perplexity of(Backend backend, List<int[]> texts) {
    Scorer scorer = new Scorer(backend);
    int longest = backend.config().nPositions();
    long tokens = 0;
    double sum = 0;
    for (int[] text : texts) {
      for (int from = 0; from < text.length; from += longest) {
        int[] piece = Arrays.copyOfRange(text, from, Math.min(text.length, from + longest));
        for (float logProbability : scorer.logProbabilities(List.of(piece)).getFirst()) {
          sum -= logProbability;
          tokens++;
        }
      }
    }
    return new Perplexity(tokens, Math.exp(sum / tokens));
  }
}
