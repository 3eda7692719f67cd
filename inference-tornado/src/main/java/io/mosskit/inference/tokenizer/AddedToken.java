package io.mosskit.inference.tokenizer;

import java.util.Set;

/// A token that is cut out of the text before byte-pair encoding sees it: a run of blanks or tabs,
/// `<|endoftext|>`, one of the five field ends, or one that a user added.
record AddedToken(String text, int id) {

  static final String END_OF_TEXT = "<|endoftext|>";

  private static final Set<String> FIELD_ENDS = Set.of("<eoh>", "<eom>", "<eot>", "<eoc>", "<eor>");

  /// Whether decoding may be asked to leave this token out.
  boolean isSpecial() {
    return text.equals(END_OF_TEXT) || FIELD_ENDS.contains(text);
  }

  /// Whether this token says something to the model that an untrusted text must not say.
  boolean isControl() {
    return !text.chars().allMatch(WhiteSpace::isUnicode);
  }

  /// Whether the legacy mode strips what stands beside this token.
  boolean stripsNeighbours() {
    return !FIELD_ENDS.contains(text);
  }
}
