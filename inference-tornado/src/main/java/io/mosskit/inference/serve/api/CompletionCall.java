package io.mosskit.inference.serve.api;

import io.mosskit.inference.serve.engine.Task.Telling;
import io.mosskit.inference.tokenizer.ControlTokens;
import io.mosskit.schema.Field;
import io.mosskit.schema.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A request to `/v1/completions`.
///
/// @param prompts the tokens of each
/// @param most the most tokens that may follow each
/// @param echo whether the prompt comes back before what follows it
/// @param telling whether log-probabilities are wanted, and of the prompt too
record CompletionCall(
    List<int[]> prompts, List<Integer> most, Manner manner, boolean echo, Telling telling) {

  private static final int MOST_PROMPTS = 256;
  private static final int MOST_TOP = 20;
  private static final int DEFAULT_MAX_TOKENS = 16;

  private static final Set<String> NAMES = names();

  private static Set<String> names() {
    Set<String> names = new HashSet<>(Manner.NAMES);
    names.addAll(List.of("model", "prompt", "echo", "logprobs", "suffix", "best_of", "user"));
    return Set.copyOf(names);
  }

  CompletionCall {
    prompts = List.copyOf(prompts);
    most = List.copyOf(most);
  }

  /// Reads a body. A prompt is taken as it is, its control tokens as such.
  static CompletionCall read(String body, ServedModel model) throws Refusal {
    Members members = Members.parse(body, NAMES);
    model.require(members);
    members.require("suffix", "\"\"");
    boolean echo = members.bool("echo");
    Manner manner = Manner.read(members, model, echo ? 0 : 1);
    members.require("best_of", Integer.toString(manner.choices()));
    if (echo && manner.stream()) {
      throw Refusal.of("echo", "`echo` does not go with `stream`");
    }
    List<int[]> prompts =
        PromptInput.read(members, "prompt", MOST_PROMPTS, model, ControlTokens.RECOGNISED);
    List<Integer> most = new ArrayList<>();
    for (int[] prompt : prompts) {
      int least = manner.maxTokens() == null ? 1 : manner.maxTokens();
      int room = manner.most(prompt, least, model.engine().context(), "prompt");
      most.add(manner.maxTokens() == null ? Math.min(room, DEFAULT_MAX_TOKENS) : room);
    }
    return new CompletionCall(prompts, most, manner, echo, telling(members, echo));
  }

  /// `logprobs` is a number; `true`, which some clients send, is 0.
  private static Telling telling(Members members, boolean echo) throws Refusal {
    Json value = members.get("logprobs");
    if (value == null || value.equals(Json.of(false))) {
      return Telling.IDS;
    }
    int top = value.equals(Json.of(true)) ? 0 : members.whole("logprobs", 0, 0, MOST_TOP);
    return new Telling(echo, top);
  }

  List<Integer> stops(ServedModel model) {
    return model.token(Field.MOSS.closing()).stream().boxed().toList();
  }

  boolean wantsLogProbabilities() {
    return telling.top() >= 0;
  }
}
