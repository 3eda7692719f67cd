package io.mosskit.curation.filter;

import org.jspecify.annotations.Nullable;

/// Finds replies of prose that end with a letter, although a sentence before, in the same line, has
/// its end mark. Often a reply that was cut off, often a plain short answer: a sign, no proof.
final class OpenEnd {

  private static final String END_MARKS = "。！？!?";
  private static final int SHOWN = 40;

  private OpenEnd() {}

  /// The words that show it, null where none do.
  static @Nullable String sign(String reply) {
    String text = Prose.of(reply).strip();
    if (text.isEmpty() || !Character.isLetter(text.charAt(text.length() - 1))) {
      return null;
    }
    String line = text.substring(text.lastIndexOf('\n') + 1);
    boolean sentences =
        line.contains(". ") || line.chars().anyMatch(c -> END_MARKS.indexOf(c) >= 0);
    return sentences ? Flagged.end(line, SHOWN) : null;
  }
}
