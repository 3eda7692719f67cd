package io.mosskit.curation.filter;

import io.mosskit.curation.text.Measures;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.Turn;
import io.mosskit.schema.json.Json;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// At most so many turns show a sign of something wrong.
public record TurnSign(Kind kind, int maxTurns) implements Filter {

  /// What is looked for. The rule's name is the constant's in lower case.
  public enum Kind {
    /// What a wrong decoding leaves.
    BROKEN_ENCODING("holds characters that a wrong decoding left"),
    /// An odd number of code fences in a reply.
    UNBALANCED_FENCE("opens a code block that nothing closes"),
    /// A reply that ends where no sentence does.
    TRUNCATED_END("ends in the middle of a sentence"),
    /// The assistant says that it is another model.
    OTHER_VENDOR("names another maker or model as its own"),
    /// A reply without an end mark behind sentences that have one.
    OPEN_END("ends without an end mark behind sentences that have one"),
    /// The assistant speaks of itself as an AI.
    SELF_REFERENCE("speaks of itself as an AI");

    private final String what;

    Kind(String what) {
      this.what = what;
    }

    /// The words that show it, null where none do.
    private @Nullable String sign(Turn turn) {
      return switch (this) {
        case BROKEN_ENCODING -> BrokenEncoding.sign(turn);
        case UNBALANCED_FENCE -> UnbalancedFence.sign(turn.reply());
        case TRUNCATED_END -> TruncatedEnd.sign(turn.reply());
        case OTHER_VENDOR -> OtherVendor.sign(turn.reply());
        case OPEN_END -> OpenEnd.sign(turn.reply());
        case SELF_REFERENCE -> SelfReference.sign(turn.reply());
      };
    }
  }

  @Override
  public String name() {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<Breach> check(Conversation conversation, Measures measures) {
    return Flagged.check(name(), kind.what, maxTurns, conversation, kind::sign);
  }

  @Override
  public Json.Obj limits() {
    return Json.object().put("max_turns", maxTurns).build();
  }

  @Override
  public Filter withLimit(double limit) {
    return new TurnSign(kind, Limits.whole(name(), limit));
  }
}
