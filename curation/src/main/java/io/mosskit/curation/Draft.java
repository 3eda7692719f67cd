package io.mosskit.curation;

import io.mosskit.curation.duplicate.Sketch;
import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Rejection;

/// What the stages that look at a record alone make of it.
public sealed interface Draft {

  /// It does not belong in the corpus; the rejection says why.
  record Rejected(Rejection rejection) implements Draft {}

  /// It does, unless it duplicates another: it bears an id, its tags and the verdicts so far.
  ///
  /// @param sketch what is compared of it
  record Candidate(Conversation conversation, Sketch sketch) implements Draft {}
}
