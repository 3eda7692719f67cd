package io.mosskit.generator.rehearsal;

import io.mosskit.generator.rehearsal.script.Answer;
import io.mosskit.generator.rehearsal.script.Chance;
import io.mosskit.schema.json.Json;
import java.util.List;

/// What the server says, as OpenAI's JSON. It holds no time and no counter, so that equal requests
/// get equal bytes; `created` is always 0.
final class Completion {

  private Completion() {}

  static Json.Obj of(long seed, ChatCall call, Answer answer) {
    return around(seed, call, Metered.of(call, answer), List.of(choice(answer)));
  }

  /// The same without choices.
  static Json.Obj empty(long seed, ChatCall call) {
    return around(seed, call, Metered.of(call, new Answer("", false)), List.of());
  }

  private static Json.Obj around(long seed, ChatCall call, Metered metered, List<Json> choices) {
    return Json.object()
        .put("id", "chatcmpl-" + Chance.name(seed, "id", call.identity()))
        .put("object", "chat.completion")
        .put("created", 0)
        .put("model", RehearsalTeacher.MODEL)
        .put("choices", Json.of(choices))
        .put(
            "usage",
            Json.object()
                .put("prompt_tokens", metered.promptTokens())
                .put("completion_tokens", metered.completionTokens())
                .put("total_tokens", metered.promptTokens() + metered.completionTokens())
                .build())
        .build();
  }

  private static Json choice(Answer answer) {
    return Json.object()
        .put("index", 0)
        .put(
            "message",
            Json.object()
                .put("role", "assistant")
                .put("content", answer.content())
                .put("refusal", new Json.Null())
                .build())
        .put("logprobs", new Json.Null())
        .put("finish_reason", answer.cut() ? "length" : "stop")
        .build();
  }

  /// The list of models: one.
  static Json.Obj models() {
    return Json.object().put("object", "list").put("data", Json.of(List.of(model()))).build();
  }

  /// The model.
  static Json.Obj model() {
    return Json.object()
        .put("id", RehearsalTeacher.MODEL)
        .put("object", "model")
        .put("created", 0)
        .put("owned_by", "mosskit")
        .build();
  }
}
