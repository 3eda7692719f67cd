package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatReply;

/// What a batch brought for one of its requests.
public sealed interface BatchOutcome {

  /// The answer.
  record Answered(ChatReply reply) implements BatchOutcome {}

  /// The teacher will never answer this request.
  record Refused(String error) implements BatchOutcome {}

  /// No answer this time; the request may be sent again.
  record Failed() implements BatchOutcome {}
}
