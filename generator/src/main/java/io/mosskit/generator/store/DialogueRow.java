package io.mosskit.generator.store;

import io.mosskit.schema.json.Json;

/// How a dialogue ended.
///
/// @param id of the dialogue
/// @param family what it is counted under: `code zh`
/// @param outcome what became of it
/// @param reason why it was rejected; empty where it was not
/// @param record the dialogue, or the rejection, as it stands in its file
public record DialogueRow(String id, String family, Outcome outcome, String reason, Json record) {

  /// What the verification of a dialogue about plugins found; nothing for others.
  public Verification verification() {
    return Verification.of(this);
  }

  /// What became of a dialogue.
  public enum Outcome {
    WRITTEN,
    REJECTED,
    /// Rejected for now, because the teacher could not be had: the next start tries again.
    PENDING
  }
}
