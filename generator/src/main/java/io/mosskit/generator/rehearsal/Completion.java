package io.mosskit.generator.rehearsal;

import io.mosskit.generator.rehearsal.script.Answer;
import io.mosskit.generator.rehearsal.script.Chance;
import io.mosskit.schema.chat.ChatRequest.Message;
import io.mosskit.schema.json.Json;
import io.mosskit.schema.text.Units;
import java.util.List;

/// What the server says, as OpenAI's JSON. It holds no time and no counter, so that equal requests
/// get equal bytes; `created` is always 0.
final class Completion {

  private Completion() {}

  static Json.Obj of(long seed, ChatCall call, Answer answer) {
    return around(seed, call, answer.content(), List.of(choice(answer)));
  }

  /// The same without choices.
  static Json.Obj empty(long seed, ChatCall call) {
    return around(seed, call, "", List.of());
  }

  private static Json.Obj around(long seed, ChatCall call, String content, List<Json> choices) {
    long asked = call.messages().stream().map(Message::content).mapToLong(Completion::tokens).sum();
    long answered = tokens(content);
    return Json.object()
        .put("id", "chatcmpl-" + Chance.name(seed, "id", call.identity()))
        .put("object", "chat.completion")
        .put("created", 0)
        .put("model", RehearsalTeacher.MODEL)
        .put("choices", Json.of(choices))
        .put(
            "usage",
            Json.object()
                .put("prompt_tokens", asked)
                .put("completion_tokens", answered)
                .put("total_tokens", asked + answered)
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

  /// A unit counts as a token.
  private static long tokens(String text) {
    return Units.of(text).size();
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
