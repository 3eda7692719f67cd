package io.mosskit.generator.expansion;

import java.util.Locale;

/// Why a proposed prompt is refused. The names, in lower case, are the reasons in `rejected.jsonl`.
enum PromptFault {
  /// Fewer characters than the plan allows.
  TOO_SHORT,
  /// More.
  TOO_LONG,
  /// A marker of a chat format, or a place that nobody filled in.
  TEMPLATE_LEFTOVER,
  /// Not in the language that was asked for.
  WRONG_LANGUAGE,
  /// One of the examples that the request showed.
  COPIED_EXAMPLE,
  /// Too near to a seed or to an accepted prompt.
  NOT_NEW,
  /// Good, but the quota was full.
  SURPLUS;

  /// The reason in `rejected.jsonl`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
