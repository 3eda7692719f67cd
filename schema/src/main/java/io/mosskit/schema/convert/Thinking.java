package io.mosskit.schema.convert;

import org.jspecify.annotations.Nullable;

/// A text that may begin with thoughts between think tags, as LLaMA-Factory and the reasoning
/// models write them: `<think>\n…\n</think>\n\n…`.
///
/// @param thoughts null where the text has none
record Thinking(@Nullable String thoughts, String text) {

  private static final String OPENING = "<think>";
  private static final String CLOSING = "</think>";
  private static final String OPENING_LINE = OPENING + "\n";
  private static final String CLOSING_LINES = "\n" + CLOSING + "\n\n";

  /// Reads a reply; outside the written form, white space around the tags does not matter.
  static Thinking beforeReply(String text) {
    return parse(text, text.indexOf(CLOSING_LINES));
  }

  /// Reads a call, whose JSON text holds no line break and so no tag in the written form.
  static Thinking beforeCall(String text) {
    return parse(text, text.lastIndexOf(CLOSING_LINES));
  }

  private static Thinking parse(String text, int closingLines) {
    if (text.startsWith(OPENING_LINE) && closingLines >= OPENING_LINE.length()) {
      return new Thinking(
          text.substring(OPENING_LINE.length(), closingLines),
          text.substring(closingLines + CLOSING_LINES.length()));
    }
    int closing = text.indexOf(CLOSING);
    if (text.startsWith(OPENING) && closing > 0) {
      return new Thinking(
          text.substring(OPENING.length(), closing).strip(),
          text.substring(closing + CLOSING.length()).stripLeading());
    }
    return new Thinking(null, text);
  }

  @Override
  public String toString() {
    return thoughts == null ? text : OPENING_LINE + thoughts + CLOSING_LINES + text;
  }
}
