package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.Logits;

/// Averages the hidden states of a text, added in the order of its tokens.
final class Embedding implements Work {

  private final Sequence sequence;
  private final double[] sum;

  Embedding(Sequence sequence, int width) {
    this.sequence = sequence;
    this.sum = new double[width];
  }

  @Override
  public Wanted wanted(boolean last) {
    return Wanted.ALL;
  }

  @Override
  public int last() {
    throw new IllegalStateException("a text that is embedded is not written on");
  }

  @Override
  public void take(int position, Logits logits) {
    throw new IllegalStateException("the logits of a text that is embedded are not computed");
  }

  @Override
  public void take(int position, float[] hidden) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += hidden[i];
    }
    int tokens = sequence.task().prompt().length;
    if (position == tokens - 1) {
      sequence.end(new Event.Embedded(sequence.index(), mean(tokens)));
    }
  }

  private float[] mean(int tokens) {
    float[] mean = new float[sum.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = (float) (sum[i] / tokens);
    }
    return mean;
  }
}
