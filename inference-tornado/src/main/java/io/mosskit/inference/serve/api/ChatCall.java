package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Task.Telling;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A request to `/v1/chat/completions`.
///
/// @param prompt the tokens of the dialogue
/// @param most the most tokens that may follow
/// @param telling whether log-probabilities are wanted
record ChatCall(
    Dialogue dialogue, Offered offered, Manner manner, int[] prompt, int most, Telling telling) {

  private static final int MOST_TOP = 20;

  /// Members that say nothing about the answer.
  private static final Set<String> INDIFFERENT =
      Set.of("user", "metadata", "store", "service_tier", "safety_identifier", "prompt_cache_key");

  private static final Set<String> NAMES = names();

  private static Set<String> names() {
    Set<String> names = new HashSet<>(Manner.NAMES);
    names.addAll(INDIFFERENT);
    names.addAll(
        List.of(
            "model",
            "messages",
            "tools",
            "tool_choice",
            "parallel_tool_calls",
            "max_completion_tokens",
            "logprobs",
            "top_logprobs",
            "response_format"));
    return Set.copyOf(names);
  }

  /// Reads a body. Of a chat `max_tokens` is an upper bound, which the context may undercut.
  static ChatCall read(String body, ServedModel model) throws Refusal {
    Members members = Members.parse(body, NAMES);
    model.require(members);
    members.require("response_format", "{\"type\":\"text\"}");
    members.require("parallel_tool_calls", "true");
    Offered offered = Offered.read(members);
    Dialogue dialogue = Dialogue.read(members, offered, mayCall(members, offered));
    Manner manner = Manner.read(members, model, 1);
    Telling telling = telling(members);
    int[] prompt = model.tokenizer().encode(dialogue.prompt());
    int most = manner.most(prompt, 1, model.engine().context(), "messages");
    return new ChatCall(dialogue, offered, manner, prompt, most, telling);
  }

  private static boolean mayCall(Members members, Offered offered) throws Refusal {
    Json choice = members.get("tool_choice");
    if (choice != null && offered.isEmpty()) {
      throw Refusal.of("tool_choice", "`tool_choice` is only allowed when `tools` are there");
    }
    if (choice != null && !choice.equals(Json.of("auto")) && !choice.equals(Json.of("none"))) {
      throw Refusal.of(
          "tool_choice",
          "`tool_choice` may be auto or none: nothing forces a MOSS model to call a function");
    }
    return choice == null || choice.equals(Json.of("auto"));
  }

  private static Telling telling(Members members) throws Refusal {
    boolean wanted = members.bool("logprobs");
    int top = members.whole("top_logprobs", 0, 0, MOST_TOP);
    if (!wanted && members.get("top_logprobs") != null) {
      throw Refusal.of("top_logprobs", "`top_logprobs` goes with `logprobs`: true");
    }
    return wanted ? new Telling(false, top) : Telling.IDS;
  }

  /// The token that ends a field.
  List<Integer> stops(Field field, ServedModel model) {
    return model.token(field.closing()).stream().boxed().toList();
  }

  boolean wantsLogProbabilities() {
    return telling.top() >= 0;
  }
}
