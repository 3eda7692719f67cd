package io.mosskit.curation.privacy;

import io.mosskit.schema.Conversation;
import io.mosskit.schema.Field;
import io.mosskit.schema.Turn;

/// One secret that was replaced: where it stood and what stands there now, and not what it was.
///
/// @param kind what it was
/// @param turn the number of the turn, 0 for what belongs to the whole record
/// @param field the member that held it, as it is named in the record: `Human`, `Tool Responses`,
///   `meta_instruction`, or a path such as `mosskit.note`
/// @param start of its first character in the member's value as it was, markers included, counted
///   in UTF-16 units
/// @param end after its last
/// @param placeholder what stands there now: `[EMAIL_1]`
public record Finding(Kind kind, int turn, String field, int start, int end, String placeholder) {

  public Finding {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("an empty finding from " + start + " to " + end);
    }
  }

  /// As much of the secret as may be shown to whoever checks the findings: `j***@***.org`.
  ///
  /// @param original the dialogue as it was before
  public String masked(Conversation original) {
    for (Turn turn : original.turns()) {
      for (Field known : Field.values()) {
        String value = turn.value(known);
        if (turn.number() == this.turn && known.key().equals(field) && end <= value.length()) {
          return Mask.of(kind, value.substring(start, end));
        }
      }
    }
    return Mask.HIDDEN;
  }
}
