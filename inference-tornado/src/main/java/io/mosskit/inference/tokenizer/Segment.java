package io.mosskit.inference.tokenizer;

import org.jspecify.annotations.Nullable;

/// The characters `[start, end)` of a text: an added token, or ordinary text where `token` is null.
record Segment(int start, int end, @Nullable AddedToken token) {

  /// The ordinary text `[start, end)`.
  static Segment ordinary(int start, int end) {
    return new Segment(start, end, null);
  }
}
