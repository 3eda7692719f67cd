package io.mosskit.generator.rehearsal;

import io.mosskit.generator.rehearsal.script.Answer;
import io.mosskit.generator.rehearsal.script.Script;
import io.mosskit.schema.json.Json;
import java.util.Optional;
import java.util.Set;

/// What is answered to a request, whichever way it came: a pure function of it. Thread-safe.
final class Respondent {

  private final long seed;
  private final Set<String> refusedFormats;
  private final Script script;

  Respondent(RehearsalOptions options) {
    this.seed = options.seed();
    this.refusedFormats = options.refusedFormats();
    this.script = new Script(seed, options.flawShare());
  }

  /// A request, the completion that answers it, and what that takes.
  record Response(ChatCall call, Json.Obj completion, Metered metered) {}

  /// The answer to a request body.
  ///
  /// @throws Refusal naming what is wrong with it
  Response respond(String body) throws Refusal {
    ChatCall call = ChatCall.read(body, refusedFormats);
    Answer answer = answer(call);
    if (call.format() instanceof ResponseFormat.Schema(String name, Json.Obj schema)
        && !answer.cut()) {
      Optional<String> misfit = Shape.misfit(schema, answer.content());
      if (misfit.isPresent()) {
        throw Refusal.of(
            "messages",
            "what this server has to say does not fit the schema %s: %s"
                .formatted(name, misfit.get()));
      }
    }
    return new Response(call, Completion.of(seed, call, answer), Metered.of(call, answer));
  }

  /// A completion without choices.
  Json.Obj empty(ChatCall call) {
    return Completion.empty(seed, call);
  }

  private Answer answer(ChatCall call) throws Refusal {
    try {
      return script.answer(call.messages(), call.identity(), call.maxTokens());
    } catch (Script.UnreadableTask e) {
      throw Refusal.of("messages", String.valueOf(e.getMessage()));
    }
  }
}
