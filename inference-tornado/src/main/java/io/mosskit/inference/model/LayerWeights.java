package io.mosskit.inference.model;

/// The weights of one block. Attention and feed-forward read the same normalised input and are
/// added to the residual stream together.
///
/// @param norm `ln_1`
/// @param queryKeyValue `attn.qkv_proj`, whose outputs lie as [HeadLayout] says
/// @param attentionOut `attn.out_proj`
/// @param feedIn `mlp.fc_in`
/// @param feedOut `mlp.fc_out`
public record LayerWeights(
    Norm norm,
    Projection queryKeyValue,
    Projection attentionOut,
    Projection feedIn,
    Projection feedOut) {}
