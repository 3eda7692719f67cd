package io.mosskit.schema.labels;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The columns of a label table, in the order in which they are written.
enum Column {
  ID,
  LANGUAGE,
  TURNS,
  FIRST_USER_TURN,
  LAST_REPLY,
  CATEGORY,
  CONFIDENCE,
  ORIGIN,
  ANNOTATOR,
  AT,
  NOTE;

  /// The name in the header row: `first_user_turn`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The column of that name in any case, blanks around it ignored; null where there is none.
  static @Nullable Column named(String header) {
    String key = header.strip().toLowerCase(Locale.ROOT);
    for (Column column : values()) {
      if (column.label().equals(key)) {
        return column;
      }
    }
    return null;
  }
}
