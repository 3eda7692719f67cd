package io.mosskit.generator.store;

/// What a request is in the journal.
///
/// @param id names it; the same in every start of the run
/// @param stage what it is asked for: `expand-prompts`, `user-turn`, `reply`
/// @param key what it belongs to: a round and draw, or a dialogue and turn
/// @param bodySha256 of everything that the teacher reads
public record JournalKey(String id, String stage, String key, String bodySha256) {}
