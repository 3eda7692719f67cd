package io.mosskit.curation.select;

import io.mosskit.schema.json.Json;

/// What becomes of a record.
sealed interface Verdict {

  /// It is selected.
  ///
  /// @param place in the order of selecting, from 1
  record Selected(int place) implements Verdict {}

  /// It is not.
  ///
  /// @param reason a name in snake case
  /// @param detail a sentence for people
  /// @param values what decided it
  record Rejected(String reason, String detail, Json.Obj values) implements Verdict {}
}
