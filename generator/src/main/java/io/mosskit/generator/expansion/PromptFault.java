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
  SURPLUS,
  /// An evolved prompt that talks about the prompt it was to be made from.
  LEAKED_INSTRUCTION,
  /// An apology in the place of an evolved prompt.
  DECLINED,
  /// Nothing but stop words.
  SAYS_NOTHING,
  /// An evolved prompt that adds next to nothing to its parent.
  UNCHANGED,
  /// One that is much longer than its parent.
  GROWN_TOO_MUCH,
  /// Good, but a prompt that was evolved from it has its place.
  EVOLVED;

  /// The reason in `rejected.jsonl`.
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
