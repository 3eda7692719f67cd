package io.mosskit.curation;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.io.Rejection;

/// What became of a record.
public sealed interface Judgement {

  /// It belongs in the corpus, and now bears an id, its tags and the verdicts in its lineage.
  record Kept(Conversation conversation) implements Judgement {}

  /// It does not; the rejection says why.
  record Rejected(Rejection rejection) implements Judgement {}
}
