package io.mosskit.generator.store;

/// What a run has asked of its teacher, from its first start on.
///
/// @param requests how many different requests
/// @param answered how many of them have an answer
/// @param attempts how often a request was sent in all
/// @param promptTokens tokens of the answered requests, as the teacher counts them
/// @param completionTokens tokens of the answers, likewise
public record Usage(
    long requests, long answered, long attempts, long promptTokens, long completionTokens) {}
