package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.Checkpoint;
import io.mosskit.inference.checkpoint.MossConfig;
import io.mosskit.inference.checkpoint.Tensor;
import java.util.List;

/// The tensors of a MOSS model in the places where they are used, their shapes checked. They remain
/// in the files that the checkpoint mapped.
///
/// @param embedding `transformer.wte`, [vocab_size, n_embd]
/// @param layers the blocks, the first first
/// @param finalNorm `transformer.ln_f`
/// @param head `lm_head`, never packed
public record MossWeights(
    MossConfig config,
    Tensor embedding,
    List<LayerWeights> layers,
    Norm finalNorm,
    Projection.Dense head) {

  public MossWeights {
    layers = List.copyOf(layers);
  }

  /// Finds the tensors of a model. Others, such as the buffer `causal_mask`, are passed over.
  ///
  /// @throws ModelException if one is missing or has another shape or type than the sizes demand
  public static MossWeights read(Checkpoint checkpoint) throws ModelException {
    return new WeightReader(checkpoint).read();
  }
}
