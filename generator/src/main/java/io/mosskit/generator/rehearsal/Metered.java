package io.mosskit.generator.rehearsal;

import io.mosskit.generator.rehearsal.script.Answer;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Units;

/// What the rehearsal teacher would put on a bill. It counts a unit of text as a token.
///
/// @param requests how many were answered
/// @param promptTokens of these requests
/// @param completionTokens of the answers
public record Metered(long requests, long promptTokens, long completionTokens) {

  static final Metered NOTHING = new Metered(0, 0, 0);

  static Metered of(ChatCall call, Answer answer) {
    long asked = call.messages().stream().map(Message::content).mapToLong(Metered::tokens).sum();
    return new Metered(1, asked, tokens(answer.content()));
  }

  private static long tokens(String text) {
    return Units.of(text).size();
  }

  Metered plus(Metered other) {
    return new Metered(
        requests + other.requests,
        promptTokens + other.promptTokens,
        completionTokens + other.completionTokens);
  }

  Json.Obj json() {
    return Json.object()
        .put("requests", requests)
        .put("prompt_tokens", promptTokens)
        .put("completion_tokens", completionTokens)
        .build();
  }
}
