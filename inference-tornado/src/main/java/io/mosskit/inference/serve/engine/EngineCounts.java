package io.mosskit.inference.serve.engine;

/// What an engine has done so far and has to do.
///
/// @param waiting askers that have a sequence waiting
/// @param running sequences under way
/// @param readTokens tokens of prompts that were computed
/// @param cachedTokens tokens of prompts that were known from an earlier sequence
/// @param writtenTokens tokens that were drawn
/// @param steps how many times the model was computed
/// @param cancelled sequences that were given up since nobody wanted them any more
/// @param failed sequences that could not be gone on with
public record EngineCounts(
    int waiting,
    int running,
    long readTokens,
    long cachedTokens,
    long writtenTokens,
    long steps,
    long cancelled,
    long failed) {}
