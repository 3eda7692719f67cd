package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.Tensor;
import org.jspecify.annotations.Nullable;

/// A linear layer, y = x Wᵀ + bias.
public sealed interface Projection {

  /// The width of x.
  int inputs();

  /// The width of y.
  int outputs();

  /// [outputs], null where nothing is added.
  @Nullable Tensor bias();

  /// Weights as numbers.
  ///
  /// @param weight [outputs, inputs]
  record Dense(Tensor weight, @Nullable Tensor bias) implements Projection {

    @Override
    public int inputs() {
      return Math.toIntExact(weight.shape().get(1));
    }

    @Override
    public int outputs() {
      return Math.toIntExact(weight.shape().get(0));
    }
  }

  /// Weights packed by GPTQ: W[o, i] = (code - zero) scale, where zero and scale are those of the
  /// group of input i. Source: MOSS reference, section C.6.
  ///
  /// @param bits of a code: 2, 4 or 8
  /// @param codes `qweight`, I32 [inputs bits / 32, outputs], low bits first along the inputs
  /// @param zeros `qzeros`, I32 [groups, outputs bits / 32], low bits first along the outputs, each
  ///   one less than the zero that it stands for
  /// @param scales F16 [groups, outputs]
  /// @param groupOf `g_idx`, I32 [inputs]: the group of each input
  record Packed(
      int bits, Tensor codes, Tensor zeros, Tensor scales, Tensor groupOf, @Nullable Tensor bias)
      implements Projection {

    @Override
    public int inputs() {
      return Math.toIntExact(groupOf.shape().getFirst());
    }

    @Override
    public int outputs() {
      return Math.toIntExact(codes.shape().get(1));
    }

    /// How many groups there are.
    public int groups() {
      return Math.toIntExact(scales.shape().getFirst());
    }
  }
}
