package io.mosskit.generator.expansion;

import io.mosskit.generator.asking.Characters;
import io.mosskit.generator.asking.JsonAnswer;
import io.mosskit.generator.asking.Reading.Faulty;
import io.mosskit.generator.asking.Reading.Read;
import io.mosskit.generator.asking.Reading.Usable;
import io.mosskit.generator.plan.EvolutionPlan.Operation;
import io.mosskit.generator.prompt.Prompt;
import io.mosskit.schema.chat.ChatReply;
import io.mosskit.schema.json.Json;
import java.util.Set;

/// One request to evolve a prompt.
///
/// @param family that the prompt belongs to
/// @param parent what is evolved
/// @param ancestors the ids of the prompts that it was evolved from in earlier rounds, and its own
/// @param operation what is done with it
/// @param round of evolution, from 1
record Evolve(Family family, Prompt parent, Set<String> ancestors, Operation operation, int round) {

  private static final String FAULT = "broken_answer";

  Evolve {
    ancestors = Set.copyOf(ancestors);
  }

  /// Names it in the journal: `p-0123456789abcdef, evolution 1`.
  String key() {
    return "%s, evolution %d".formatted(parent.id(), round);
  }

  /// Whether the prompt is to stay the same and become harder, and not to give way to another.
  boolean inDepth() {
    return operation != Operation.BREADTH;
  }

  /// The prompt in an answer, `{"prompt": "…"}`.
  static Read<String> read(ChatReply reply) {
    return switch (JsonAnswer.of(reply.content())) {
      case JsonAnswer.Broken(String why) -> new Faulty<>(FAULT, why);
      case JsonAnswer.Read(Json.Obj object) -> {
        String prompt = object.string("prompt");
        yield prompt == null || prompt.isBlank()
            ? new Faulty<>(FAULT, "there is no text in \"prompt\"")
            : new Usable<>(Characters.whole(prompt.strip()));
      }
    };
  }
}
