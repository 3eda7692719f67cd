package io.mosskit.inference.cpu;

import io.mosskit.inference.checkpoint.ElementType;
import io.mosskit.inference.checkpoint.Tensor;
import io.mosskit.inference.model.LayerWeights;
import io.mosskit.inference.model.MossWeights;
import java.util.List;

/// The weights of a model as this backend computes with them: matrices where they are mapped, the
/// short vectors as arrays.
record CpuWeights(Tensor embedding, List<Layer> layers, PaddedNorm finalNorm, Linear head) {

  /// One block.
  record Layer(
      PaddedNorm norm, Linear queryKeyValue, Linear attentionOut, Linear feedIn, Linear feedOut) {}

  static CpuWeights of(MossWeights weights) {
    double epsilon = weights.config().layerNormEpsilon();
    return new CpuWeights(
        weights.embedding(),
        weights.layers().stream().map(layer -> layer(layer, epsilon)).toList(),
        PaddedNorm.of(weights.finalNorm(), epsilon),
        Linear.of(weights.head()));
  }

  private static Layer layer(LayerWeights layer, double epsilon) {
    return new Layer(
        PaddedNorm.of(layer.norm(), epsilon),
        Linear.of(layer.queryKeyValue()),
        Linear.of(layer.attentionOut()),
        Linear.of(layer.feedIn()),
        Linear.of(layer.feedOut()));
  }

  /// Copies the embedding of a token.
  void embed(int id, float[] x, int at) {
    int width = Math.toIntExact(embedding.shape().get(1));
    ElementType type = embedding.type();
    DotRows.unpack(type, embedding.data(), (long) id * width * type.bytes(), width, x, at);
  }
}
