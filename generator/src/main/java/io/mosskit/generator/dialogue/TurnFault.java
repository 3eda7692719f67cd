package io.mosskit.generator.dialogue;

import io.mosskit.generator.asking.Reading.Faulty;
import java.util.Locale;

/// What can be wrong with a turn. The names, in lower case, are the reasons in `rejected.jsonl`.
enum TurnFault {
  /// Not the JSON that was asked for.
  BROKEN_ANSWER,
  /// Nothing but blanks.
  EMPTY,
  /// Cut at the limit on tokens.
  TRUNCATED,
  /// Cut by the teacher's content filter.
  FILTERED,
  /// A marker of a chat format, or a place that nobody filled in.
  TEMPLATE_LEFTOVER,
  /// Another vendor's assistant speaks.
  FOREIGN_IDENTITY,
  /// The same words as an earlier turn of the same speaker.
  REPEATED,
  /// Another language than the one that is spoken.
  WRONG_LANGUAGE;

  /// The reason in `rejected.jsonl`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// An answer with this fault.
  Faulty<String> found(String detail) {
    return new Faulty<>(label(), detail);
  }
}
