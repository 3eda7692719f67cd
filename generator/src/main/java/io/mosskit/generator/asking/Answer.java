package io.mosskit.generator.asking;

import io.mosskit.schema.chat.ChatReply;

/// What came of a question.
public sealed interface Answer {

  /// The teacher answered.
  record Given(ChatReply reply) implements Answer {}

  /// The teacher will never answer this request: it is too long, or a filter refuses it.
  record Refused(String error) implements Answer {}

  /// The teacher could not be had, as often as the plan allows to try; a later start may ask again.
  record Missing(String error) implements Answer {}
}
