package io.mosskit.generator.rehearsal;

/// A request for a chat completion, as it is logged: before its answer is sent, so that the log
/// holds every answer that a client can have seen.
///
/// @param sequence its number among the logged requests, from 1
/// @param id the value of the header `X-Mosskit-Request`, or the empty text
/// @param outcome what became of it
public record LoggedRequest(long sequence, String id, Outcome outcome) {}
