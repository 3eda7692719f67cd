package io.mosskit.schema;

/// Turns text into token ids. Implementations are thread-safe and keep no state between calls.
@FunctionalInterface
public interface Tokenizer {

  /// The ids of the text; no token is added at either end.
  int[] encode(String text);
}
