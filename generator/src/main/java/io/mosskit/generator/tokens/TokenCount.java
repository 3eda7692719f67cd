package io.mosskit.generator.tokens;

/// Counts the tokens of a text. Implementations are pure functions, and thread-safe.
public interface TokenCount {

  /// How many tokens a text is.
  int of(String text);

  /// The way of counting, as it stands in records and in what a run depends on: two that may differ
  /// in any text have two names.
  String name();
}
