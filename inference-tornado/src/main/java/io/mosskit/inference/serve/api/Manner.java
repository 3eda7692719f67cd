package io.mosskit.inference.serve.api;

import io.mosskit.inference.sampling.SamplingSettings;
import io.mosskit.inference.serve.engine.Task;
import io.mosskit.schema.json.Json;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What chats and completions have in common: how tokens are drawn, how many, and how they are
/// told.
///
/// @param seed what the draws of the first choice follow from; those of choice i from `seed` + i
/// @param choices how many replies to each prompt
/// @param maxTokens the longest reply; as much as the context has room for where it is not said
/// @param stops texts that end a reply and do not belong to it
/// @param usage whether a stream ends with the numbers of tokens
record Manner(
    SamplingSettings sampling,
    long seed,
    int choices,
    @Nullable Integer maxTokens,
    List<String> stops,
    boolean stream,
    boolean usage) {

  /// The members that it reads.
  static final Set<String> NAMES =
      Set.of(
          "temperature",
          "top_p",
          "top_k",
          "repetition_penalty",
          "frequency_penalty",
          "presence_penalty",
          "logit_bias",
          "seed",
          "n",
          "max_tokens",
          "stop",
          "stream",
          "stream_options");

  private static final int MOST_CHOICES = 16;
  private static final int MOST_STOPS = 16;

  Manner {
    stops = List.copyOf(stops);
  }

  /// Reads them.
  ///
  /// @param leastTokens the least that `max_tokens` may say
  static Manner read(Members members, ServedModel model, int leastTokens) throws Refusal {
    members.require("frequency_penalty", "0");
    members.require("presence_penalty", "0");
    members.require("logit_bias", "{}");
    Long seed = members.seed("seed");
    boolean stream = members.bool("stream");
    return new Manner(
        sampling(members, model.sampling()),
        seed == null ? model.sources().seeds().getAsLong() : seed,
        members.whole("n", 1, 1, MOST_CHOICES),
        maxTokens(members, leastTokens),
        members.strings("stop", MOST_STOPS),
        stream,
        usage(members, stream));
  }

  private static @Nullable Integer maxTokens(Members members, int least) throws Refusal {
    String name =
        members.get("max_completion_tokens") == null ? "max_tokens" : "max_completion_tokens";
    return members.get(name) == null ? null : members.whole(name, 0, least, Integer.MAX_VALUE);
  }

  private static boolean usage(Members members, boolean stream) throws Refusal {
    if (members.get("stream_options") == null) {
      return false;
    }
    if (!stream || !(members.get("stream_options") instanceof Json.Obj options)) {
      throw Refusal.of("stream_options", "`stream_options` is an object that goes with `stream`");
    }
    return new Members(options).bool("include_usage");
  }

  private static SamplingSettings sampling(Members members, SamplingSettings absent)
      throws Refusal {
    try {
      return absent
          .withTemperature(members.number("temperature", absent.temperature()))
          .withTopP(members.number("top_p", absent.topP()))
          .withTopK(members.whole("top_k", absent.topK(), 0, Integer.MAX_VALUE))
          .withRepetitionPenalty(members.number("repetition_penalty", absent.repetitionPenalty()));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      throw Refusal.of(message.substring(0, message.indexOf(' ')), message);
    }
  }

  /// How the tokens of a choice are drawn.
  Task.Drawing drawing(int choice, List<Integer> stopTokens) {
    return new Task.Drawing(sampling, ServedModel.random(seed + choice), stopTokens);
  }

  /// How many tokens may follow a prompt, which has room for so many.
  ///
  /// @param least how many there must be room for
  /// @throws Refusal if there is not
  int most(int[] prompt, int least, int context, String param) throws Refusal {
    int room = context - prompt.length;
    if (room < least) {
      throw Refusal.tooLong(
          param, "%d of prompt and %d of reply".formatted(prompt.length, least), context);
    }
    return maxTokens == null ? room : Math.min(maxTokens, room);
  }
}
