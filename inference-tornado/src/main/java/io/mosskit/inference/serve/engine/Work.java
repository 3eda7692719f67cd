package io.mosskit.inference.serve.engine;

import io.mosskit.inference.model.Chunk.Wanted;
import io.mosskit.inference.model.Logits;

/// What is done with what the model computes for a sequence.
sealed interface Work permits Writing, Embedding {

  /// What is wanted of the next tokens of the prompt.
  ///
  /// @param last whether they are the last ones
  Wanted wanted(boolean last);

  /// The token that the sequence goes on with.
  int last();

  /// Takes the logits at a position.
  void take(int position, Logits logits);

  /// Takes the last hidden state at a position.
  void take(int position, float[] hidden);
}
