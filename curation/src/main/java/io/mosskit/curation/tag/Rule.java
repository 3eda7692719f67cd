package io.mosskit.curation.tag;

import java.util.Locale;
import java.util.Optional;

/// One line of a rule file.
///
/// @param facet what the tag is about
/// @param value what it says
/// @param field where the query looks, unless it names a field itself
/// @param query in the classic Lucene syntax; empty for the value of dialogues to which no other
///   rule of the facet applies
/// @param confidence how sure the rule's author is, from 0 to 1
/// @param line where it stands in its file
record Rule(String facet, String value, Field field, String query, double confidence, long line) {

  /// Which words of a dialogue a rule looks at.
  enum Field {
    /// What the user says first.
    FIRST,
    /// What the user says in all turns.
    USER,
    /// All replies.
    REPLY;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Field> named(String label) {
      for (Field field : values()) {
        if (field.label().equals(label)) {
          return Optional.of(field);
        }
      }
      return Optional.empty();
    }
  }
}
