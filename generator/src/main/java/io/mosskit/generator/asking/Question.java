package io.mosskit.generator.asking;

import io.mosskit.generator.chance.Ids;
import io.mosskit.generator.store.JournalKey;
import io.mosskit.schema.chat.ChatRequest;
import java.util.ArrayList;
import java.util.List;

/// One request to the teacher and what it is for.
///
/// @param stage what is asked for: `expand-prompts`, `user-turn`, `reply`
/// @param key what it belongs to: a round and draw, or a dialogue and turn
/// @param teacher the name of who is asked
/// @param request what is sent; its id is the same in every start of the run
public record Question(String stage, String key, String teacher, ChatRequest request) {

  public Question {
    if (request.id().isEmpty()) {
      throw new IllegalArgumentException("a request of a run has an id");
    }
  }

  /// What this request is in the journal.
  JournalKey journalKey() {
    List<Object> body = new ArrayList<>();
    body.add(teacher);
    body.add(request.sampling());
    body.add(request.form());
    for (ChatRequest.Message message : request.messages()) {
      body.add(message.role());
      body.add(message.content());
    }
    return new JournalKey(request.id(), stage, key, Ids.sha256(body.toArray()));
  }
}
