package io.mosskit.generator.store;

import io.mosskit.schema.chat.ChatReply;

/// What the journal says of a request.
public sealed interface JournalEntry {

  /// It was answered; the answer is to be used, and the request not sent again.
  record Answered(ChatReply reply) implements JournalEntry {}

  /// The teacher refused it for good.
  record Refused(String error) implements JournalEntry {}

  /// It has no answer yet and stands in the journal as sent: it may be sent now.
  ///
  /// @param attempts how often it has been sent, this time included
  record Sent(int attempts) implements JournalEntry {}
}
