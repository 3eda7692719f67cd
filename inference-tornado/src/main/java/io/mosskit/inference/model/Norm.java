package io.mosskit.inference.model;

import io.mosskit.inference.checkpoint.Tensor;

/// A layer normalisation.
///
/// @param weight [n_embd]
/// @param bias [n_embd]
public record Norm(Tensor weight, Tensor bias) {}
