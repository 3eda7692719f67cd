package io.mosskit.generator.store;

import io.mosskit.generator.chance.Ids;

/// A request as the journal knows it. Its id says what it is for, its body what is asked; a changed
/// recipe asks something else under the same id, and both have their place in the journal.
///
/// @param id names it; the same in every start of the run
/// @param stage what it is asked for: `expand-prompts`, `user-turn`, `reply`
/// @param key what it belongs to: a round and draw, or a dialogue and turn
/// @param teacher the name of who is asked, as the run knows it
/// @param body everything that the teacher reads, as JSON
public record JournalRequest(String id, String stage, String key, String teacher, String body) {

  /// Tells it from every other request under its id.
  String bodySha256() {
    return Ids.sha256(teacher, body);
  }
}
