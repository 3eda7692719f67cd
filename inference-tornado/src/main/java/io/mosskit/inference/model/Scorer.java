package io.mosskit.inference.model;

import io.mosskit.inference.model.Chunk.Wanted;
import java.util.ArrayList;
import java.util.List;

/// Gives the log-probabilities of texts.
public final class Scorer {

  private final Backend backend;

  public Scorer(Backend backend) {
    this.backend = backend;
  }

  /// ln p of each token but the first, given those before it.
  ///
  /// @param sequences of any lengths, each with at least one token; scored together, but the bits
  ///   of each are those that it has alone
  /// @return for each sequence, one number less than it has tokens: number i is of token i + 1
  /// @throws ContextLimitException if a sequence is longer than the model reads
  public List<float[]> logProbabilities(List<int[]> sequences) {
    List<float[]> scores = new ArrayList<>();
    List<Chunk> chunks = new ArrayList<>();
    for (int[] ids : sequences) {
      scores.add(new float[ids.length - 1]);
      chunks.add(new Chunk(backend.newCache(), ids, Wanted.ALL));
    }
    backend.forward(
        chunks,
        (chunk, position, logits) -> {
          int[] ids = sequences.get(chunk);
          if (position + 1 < ids.length) {
            scores.get(chunk)[position] = logits.logProbability(ids[position + 1]);
          }
        });
    chunks.forEach(chunk -> chunk.cache().close());
    return scores;
  }
}
