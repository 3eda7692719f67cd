package io.mosskit.schema.io;

import io.mosskit.schema.Conversation;

/// One record of a corpus as a reader found it. Nothing is skipped: what cannot be read is an entry
/// too.
public sealed interface Entry {

  /// A record that could be read.
  record Accepted(Conversation conversation, Origin origin) implements Entry {}

  /// A record, or a stretch of a file, that could not.
  record Rejected(Rejection rejection) implements Entry {}
}
