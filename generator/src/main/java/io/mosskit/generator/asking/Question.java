package io.mosskit.generator.asking;

import io.mosskit.generator.store.JournalRequest;
import io.mosskit.schema.chat.ChatRequest;
import io.mosskit.schema.chat.Sampling;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Locale;

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

  /// This request as the journal knows it.
  JournalRequest journalRequest() {
    return new JournalRequest(request.id(), stage, key, teacher, body().text());
  }

  /// Everything that the teacher reads.
  private Json.Obj body() {
    List<Json> messages =
        request.messages().stream()
            .<Json>map(message ->
                Json.object()
                    .put("role", message.role().name().toLowerCase(Locale.ROOT))
                    .put("content", message.content())
                    .build())
            .toList();
    Sampling sampling = request.sampling();
    return Json.object()
        .put("messages", Json.of(messages))
        .put("temperature", sampling.temperature())
        .put("top_p", sampling.topP())
        .put("max_tokens", sampling.maxTokens())
        .put("seed", sampling.seed())
        .put("form", request.form().toString())
        .build();
  }
}
